package headroom;

import java.util.function.LongSupplier;

/** The numbers of one environment, from blocks: each block is drawn once, whoever draws it. */
final class Numbers {
    private final LongSupplier draw;
    private final long size;
    private long next;
    private long end;

    /** @param draw returns the next block, which nobody else gets */
    Numbers(LongSupplier draw, long size) {
        this.draw = draw;
        this.size = size;
    }

    long next() {
        if (next == end) {
            refill();
        }
        return next++;
    }

    void refill() {
        next = draw.getAsLong() * size;
        end = next + size;
    }

    /** Drops what is left of the block: a copy of this environment has it too. */
    void forget() {
        next = end;
    }
}
