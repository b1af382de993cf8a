package org.shouwen.knowledge;

import org.shouwen.accounts.CurrentUser;

/** Published within the transaction in which a version of an article was published. */
record ArticlePublished(ArticleVersion version, CurrentUser by) {}
