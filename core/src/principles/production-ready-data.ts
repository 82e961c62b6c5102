import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const productionReadyData: Principle = {
  number: 11,
  id: "production-ready-data",
  title: "Production-ready data is more than clean data",
  what: "Data is ready when it carries reliable labels, reaches far enough back, is fresh enough for its use, and has an owner. Correct format alone is not enough.",
  why: "Tidy tables pass every format check and still teach the wrong thing: labels cover only easy cases, history misses the yearly peak, fields change meaning half-way. The demo looks right because it ran on the good part. The accuracy is lost after launch, and with it the trust of the people who were to use it.",
  sources: [
    article("Why Production-Ready Data Is Not the Same as Clean Data", "Frequently Asked Questions"),
    {
      title: "EU AI Act, Regulation (EU) 2024/1689",
      reference: "Article 10(2)(c): data preparation such as annotation, labelling and cleaning",
    },
  ],
  says: [
    "`data-sources.<id>.used-for` and `owner`",
    "`data-sources.<id>.labels`: field, method, `coverage`, `agreement`",
    "`data-sources.<id>.history.from` and `needed`",
    "`data-sources.<id>.contract`",
  ],
  sections: ["data-sources", "data-sources.<id>.labels", "data-sources.<id>.history"],
  notCheckable: "Whether the labels are right, and whether the past resembles the future.",
};
