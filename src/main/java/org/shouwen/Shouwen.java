package org.shouwen;

import java.time.InstantSource;
import org.shouwen.starter.Past;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The application; {@link Launch} starts it. */
@SpringBootApplication
public class Shouwen {
    /** The only clock. Whoever needs "now" asks it, once, at the door. */
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return new Past();
    }

    public static void main(String[] args) throws Exception {
        System.exit(Launch.launch(args));
    }
}
