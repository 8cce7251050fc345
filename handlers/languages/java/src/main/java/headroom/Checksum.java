package headroom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The checksum of a text: the same small function in every language (docs/languages.md). */
public final class Checksum implements RequestHandler<Map<String, Object>, Checksum.Answer> {

    public record Answer(String sha256, int bytes) {}

    @Override
    public Answer handleRequest(Map<String, Object> event, Context context) {
        if (!(event.get("text") instanceof String text)) {
            throw new IllegalArgumentException("text: give a string");
        }
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        return new Answer(HexFormat.of().formatHex(sha256().digest(data)), data.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
