package org.shouwen.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.tables.Spellings;

/** Article 4: an administrator looks at what a table would do, and takes it without choosing the file again. */
class ImportBrowserTest extends BrowserTest {
    @Test
    void a_table_is_looked_at_and_then_taken() {
        Page admin = as("admin");
        admin.navigate("/admin/units");
        admin.locator("#import summary").click();
        admin.locator("input[name=what][value=officers]").check();
        byte[] table = "人员名册,,,\n单位,姓名,电话,性别\n丹东市热力集团,卫示甲,0415-0000001,女\n没有的单位,蒋示甲,,\n".getBytes(Spellings.GB18030);
        admin.setInputFiles("#import input[type=file]", new FilePayload("人员.csv", "text/csv", table));
        admin.click("#import button[name=dryRun]");
        assertThat(admin.locator("#import [role=status]")).containsText("不认识的列：性别");
        assertThat(admin.locator("#import [role=status]")).containsText("第 4 行 单位：没有“没有的单位”");
        assertThat(admin.locator("#import [role=status]")).containsText("第 3 行 新增 丹东市热力集团 卫示甲");
        shot(admin, "units-import");
        admin.click("#import button.btn-primary");
        assertThat(admin.locator("#import [role=status]")).containsText("新增 1，修改 0，不变 0，未收 1");
        Assertions.assertThat(scriptErrors).isEmpty();
    }
}
