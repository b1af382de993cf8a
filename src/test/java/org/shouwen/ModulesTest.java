package org.shouwen;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Calls go down the list in CONTRIBUTING.md and nowhere else; the picture of the modules is drawn from the code. */
class ModulesTest {
    private final ApplicationModules modules = ApplicationModules.of(Shouwen.class);

    @Test
    void every_module_keeps_to_what_it_may_use() {
        modules.verify();
    }

    @Test
    void the_picture_is_drawn_anew() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
