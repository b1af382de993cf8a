package org.shouwen.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The frame's menu and counters are worked out for pages alone. */
class FramedPageTest {
    @Test
    void a_page_has_a_frame_and_whatever_else_is_answered_has_none() {
        assertThat(FramedPage.is(new ModelAndView("desk/work"))).isTrue();
        assertThat(FramedPage.is(new ModelAndView("desk/work :: list"))).isTrue();
        assertThat(FramedPage.is(new ModelAndView("desk/work", HttpStatus.CONFLICT)))
                .isTrue();
        assertThat(FramedPage.is(new ModelAndView("redirect:/desk"))).isFalse();
        assertThat(FramedPage.is(new ModelAndView("forward:/desk"))).isFalse();
        assertThat(FramedPage.is(new ModelAndView(new RedirectView("/desk")))).isFalse();
        assertThat(FramedPage.is(new ModelAndView())).isFalse();
        assertThat(FramedPage.is(null)).isFalse();
        assertThat(SignedIn.person()).isNull();
    }
}
