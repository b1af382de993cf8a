package org.shouwen.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shouwen.regulation.Pure;

/** An exact value: what is shown is rounded from it once. */
@Pure
public record Fraction(long over, long under) {
    public Fraction {
        if (under <= 0) throw new IllegalArgumentException("a fraction of " + under);
    }

    /** Half up. */
    public BigDecimal rounded(int digits) {
        return BigDecimal.valueOf(over).divide(BigDecimal.valueOf(under), digits, RoundingMode.HALF_UP);
    }

    /** In a hundred, half up. */
    public BigDecimal percent(int digits) {
        return BigDecimal.valueOf(over)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(under), digits, RoundingMode.HALF_UP);
    }

    public double value() {
        return (double) over / under;
    }
}
