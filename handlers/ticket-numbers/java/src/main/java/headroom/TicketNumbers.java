package headroom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Ticket numbers that are unique among all environments, also those that Lambda restores from one snapshot.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">AWS's page</a>
 */
public final class TicketNumbers implements RequestHandler<Map<String, Object>, TicketNumbers.Ticket>, Resource {

    public record Ticket(long number) {}

    private static final String TABLE = System.getenv("COUNTER_TABLE");

    private final Numbers numbers = new Numbers(this::draw, Long.parseLong(System.getenv("BLOCK_SIZE")));
    private DynamoDbClient dynamodb = connect();

    public TicketNumbers() {
        numbers.refill(); // slow work belongs here: a snapshot holds what it made
        Core.getGlobalContext().register(this);
    }

    @Override
    public Ticket handleRequest(Map<String, Object> event, Context context) {
        return new Ticket(numbers.next());
    }

    /** Ends the connections: in a restored environment nobody would be at their other end. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        dynamodb.close();
    }

    /** Every environment restored has the same block, and must not use it. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        dynamodb = connect();
        numbers.forget();
    }

    private static DynamoDbClient connect() {
        return DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    }

    /** Counts in the table, at once for everybody; the first block is number 0. */
    private long draw() {
        var answer = dynamodb.updateItem(request -> request
            .tableName(TABLE)
            .key(Map.of("id", AttributeValue.fromS("tickets")))
            .updateExpression("ADD #drawn :one")
            .expressionAttributeNames(Map.of("#drawn", "drawn"))
            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
            .returnValues(ReturnValue.UPDATED_NEW));
        return Long.parseLong(answer.attributes().get("drawn").n()) - 1;
    }
}
