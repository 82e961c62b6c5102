import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const schemasAgree: Principle = {
  number: 12,
  id: "schemas-agree",
  title: "Schemas agree where systems meet",
  what: "Where two sources are joined, the columns must mean the same thing: one type, one format, one time zone, and a key that is unique where it should be. Data contracts write this down.",
  why: "A customer number kept as text in one system and as a number in the other loses its leading zeros. The join still works and finds somebody else's account, so the system is wrong with full confidence and no error is logged. A key that is not unique multiplies rows just as quietly.",
  sources: [
    article("Why Production-Ready Data Is Not the Same as Clean Data"),
    {
      title: "Open Data Contract Standard v3, Bitol",
      reference: "schema: logicalType, physicalType, unique, primaryKey",
    },
  ],
  says: [
    "`joins.<id>.left`, `right`, `cardinality`: the columns, as `source.column`",
    "`data-sources.<id>.contract`: types, formats, keys",
    "`data-sources.<id>.columns` where there is no contract",
  ],
  sections: ["joins", "data-sources.<id>.contract", "data-sources.<id>.columns"],
  notCheckable: "Whether two columns with the same type mean the same thing.",
};
