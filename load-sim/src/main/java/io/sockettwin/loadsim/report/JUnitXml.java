package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Expectation.Outcome;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A result in the form that build servers show: each expectation is a test case.
public final class JUnitXml {

  private JUnitXml() {}

  public static String text(Result result) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml, result);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return text.toString();
  }

  private static void suite(XMLStreamWriter xml, Result result) throws XMLStreamException {
    long failures = result.expectations().stream().filter(it -> !it.fulfilled()).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "load-sim " + result.scenario());
    xml.writeAttribute("timestamp", result.startedAt().toString());
    xml.writeAttribute("time", Double.toString(result.seconds()));
    xml.writeAttribute("tests", Integer.toString(result.expectations().size() + 1));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", result.bottleneck() == null ? "0" : "1");
    for (Outcome outcome : result.expectations()) {
      testCase(xml, result, outcome);
    }
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "load-sim." + result.scenario());
    xml.writeAttribute("name", "the generator was not the bottleneck");
    if (result.bottleneck() != null) {
      xml.writeStartElement("error");
      xml.writeAttribute("message", result.bottleneck());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Result result, Outcome outcome)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "load-sim." + result.scenario());
    xml.writeAttribute("name", outcome.expectation());
    if (!outcome.fulfilled()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", "was " + Summary.actual(outcome));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
