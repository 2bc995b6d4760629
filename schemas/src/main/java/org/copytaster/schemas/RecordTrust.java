package org.copytaster.schemas;

import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that our generated classes may be loaded, which since 1.12 it must be told. Avro loads
 * every provider of {@link Conversion} before it makes its first record, so that this happens in
 * any process with our jar on its class path, without a flag on its command line: in a subscriber
 * with Confluent's deserializer, too. As a conversion it converts nothing.
 */
public final class RecordTrust extends Conversion<RecordTrust> {

  private static final String RECORDS = "org.copytaster.schemas.record";

  static {
    var before = ClassSecurityValidator.getGlobal();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(before, type -> RECORDS.equals(type.getPackageName())));
  }

  @Override
  public Class<RecordTrust> getConvertedType() {
    return RecordTrust.class;
  }

  @Override
  public String getLogicalTypeName() {
    return "copytaster-trust";
  }
}
