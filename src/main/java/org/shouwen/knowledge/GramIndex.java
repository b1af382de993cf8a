package org.shouwen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene index, in memory, of the one to three characters that follow each other in each text. Finds texts by pairs of
 * characters (BM25) and knows how many texts hold a gram. The texts are numbered in the order they were given.
 */
final class GramIndex {
    /** Lucene's limit of clauses; the rest of a longer question adds nothing. */
    static final int MOST_GRAMS = 1000;

    private static final String[] FIELDS = {"one", "two", "three"};

    private final IndexSearcher searcher;

    record Hit(int number, double score) {}

    GramIndex(Collection<NormalizedText> texts) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new Grams()))) {
            long number = 0;
            for (NormalizedText text : texts) {
                Document document = new Document();
                for (String field : FIELDS) document.add(new TextField(field, text.toString(), Field.Store.NO));
                document.add(new NumericDocValuesField("number", number++));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return searcher.getIndexReader().numDocs();
    }

    /** How many texts hold this gram of one to three characters. */
    int frequency(String gram) {
        try {
            return searcher.getIndexReader().docFreq(new Term(FIELDS[gram.length() - 1], gram));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts that hold most of these grams, best first. */
    List<Hit> find(Collection<String> grams, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        grams.stream()
                .limit(MOST_GRAMS)
                .forEach(gram -> query.add(
                        new TermQuery(new Term(FIELDS[gram.length() - 1], gram)), BooleanClause.Occur.SHOULD));
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs)
                hits.add(new Hit(number(hit.doc), hit.score));
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(int doc) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues numbers = leaf.reader().getNumericDocValues("number");
        numbers.advanceExact(doc - leaf.docBase);
        return (int) numbers.longValue();
    }

    private static final class Grams extends Analyzer {
        Grams() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            int length = List.of(FIELDS).indexOf(field) + 1;
            return new TokenStreamComponents(new NGramTokenizer(length, length) {
                @Override
                protected boolean isTokenChar(int point) {
                    return Character.isLetterOrDigit(point);
                }
            });
        }
    }
}
