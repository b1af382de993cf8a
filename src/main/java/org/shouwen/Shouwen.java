package org.shouwen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Shouwen {
    public static void main(String[] args) {
        SpringApplication.run(Shouwen.class, args);
    }
}
