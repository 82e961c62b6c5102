import { boolean, key, object, text } from "./types.ts";

export const SourceColumn = object("SourceColumn", {
  doc: "One column of a data source that has no data contract.",
  inline: true,
  keys: {
    type: key(text, {
      doc: "The type of the values: `string`, `integer`, `number`, `boolean`, `date` or `timestamp`, or the type's name in the database, such as `varchar(20)`.",
      principle: "schemas-agree",
      placeholder: "type e.g. string",
    }),
    format: key(text, {
      doc: "How the values are written, where the type leaves it open: `yyyy-MM-dd`, or `uuid`.",
      principle: "schemas-agree",
      placeholder: "format e.g. yyyy-MM-dd",
    }),
    unique: key(boolean, {
      doc: '`true` if no value occurs twice. The "one" side of a join must be unique, or records multiply.',
      principle: "schemas-agree",
      placeholder: "true or false",
    }),
  },
});
