package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.engine.LintResult;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** JUnit's and Checkstyle's XML, read back by the JDK's parser. */
class XmlReportsTest {
    private static final LintResult CLEAN = new LintResult(1, List.of(), List.of(), List.of());

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void validate(String schema, String xml) throws Exception {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(XmlReportsTest.class.getResource(schema))
                .newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
    }

    private static List<String> attributes(String xml, String tag, String attribute) throws Exception {
        List<String> values = new ArrayList<>();
        NodeList elements = parse(xml).getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            values.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return values;
    }

    /** What is left of a text in XML 1.0: controls and halves of pairs are gone. */
    private static String carried(String text) {
        StringBuilder carried = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(carried::appendCodePoint);
        return carried.toString();
    }

    @Test
    void checkstyleFollowsItsSchema() throws Exception {
        validate("checkstyle.xsd", Written.by(Reporters.of(Format.CHECKSTYLE), HostileResult.all()));
        validate("checkstyle.xsd", Written.by(Reporters.of(Format.CHECKSTYLE), CLEAN));
        assertThatThrownBy(() -> validate("checkstyle.xsd", "<checkstyle version=\"1\"><file/></checkstyle>"))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void checkstyleCarriesEveryMessageAndName() throws Exception {
        String xml = Written.by(Reporters.of(Format.CHECKSTYLE), HostileResult.all());
        List<String> expected = new ArrayList<>();
        for (Diagnostic diagnostic : InputErrors.withFindings(HostileResult.all())) {
            expected.add(carried(diagnostic.finding().message()));
        }
        assertThat(attributes(xml, "error", "message")).isEqualTo(expected).hasSize(9);
        assertThat(attributes(xml, "file", "name"))
                .containsExactly(
                        "../none ü.yaml",
                        "::error file=a,b%0A <&\"'>/compose.yaml",
                        "base.yaml",
                        "dir\n/[31mcompose.yaml");
        // of a file that is not there no column is known
        assertThat(attributes(xml, "error", "column").get(0)).isEmpty();
        assertThat(attributes(xml, "error", "column").get(1)).isEqualTo("4");
    }

    @Test
    void junitFollowsItsSchema() throws Exception {
        validate("junit.xsd", Written.by(Reporters.of(Format.JUNIT), HostileResult.all()));
        validate("junit.xsd", Written.by(Reporters.of(Format.JUNIT), CLEAN));
        validate("junit.xsd", Written.by(Reporters.of(Format.JUNIT), Many.findings(10)));
        assertThatThrownBy(() -> validate("junit.xsd", "<testsuites/>")).isInstanceOf(SAXException.class);
    }

    @Test
    void junitCountsItsCases() throws Exception {
        Document document = parse(Written.by(Reporters.of(Format.JUNIT), HostileResult.all()));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("tests"))
                .isEqualTo("" + document.getElementsByTagName("testcase").getLength())
                .isEqualTo("10");
        assertThat(root.getAttribute("failures"))
                .isEqualTo("" + document.getElementsByTagName("failure").getLength())
                .isEqualTo("7");
        assertThat(root.getAttribute("errors"))
                .isEqualTo("" + document.getElementsByTagName("error").getLength())
                .isEqualTo("3");
    }

    @Test
    void junitOfACleanRunHasOnePassedCase() throws Exception {
        String xml = Written.by(Reporters.of(Format.JUNIT), CLEAN);
        assertThat(attributes(xml, "testcase", "name")).containsExactly("No errors found");
        assertThat(parse(xml).getElementsByTagName("failure").getLength()).isZero();
    }

    @Property(seed = "20261121")
    void anyTextComesBack(@ForAll String text) throws Exception {
        StringBuilder xml = new StringBuilder("<a");
        Xml.attribute("b", text, xml);
        xml.append('>').append(Xml.text(text)).append("</a>");
        Element read = parse(xml.toString()).getDocumentElement();
        assertThat(read.getAttribute("b")).isEqualTo(carried(text));
        assertThat(read.getTextContent()).isEqualTo(carried(text));
    }
}
