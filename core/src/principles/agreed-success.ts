import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const agreedSuccess: Principle = {
  number: 17,
  id: "agreed-success",
  title: 'Leadership and team agree what "working" means',
  what: "The people who pay and the people who build sign the same numbers. One named role approves them, and exactly one is accountable for going live.",
  why: "Builders aim at a demo, sponsors expect a running service, and both call it success until the invoice comes. Then the question becomes what it costs and whether anyone wanted it. Projects that work technically are stopped here. In all, 29 of 33 approved projects do not go live (IDC and Lenovo, cited in the source below). Two accountable roles are as bad as none, for each waits for the other.",
  sources: [article("Agreeing on What Success Looks Like Before You Build")],
  says: [
    "`success-criteria.approved-by` and `agreed`",
    "`decisions.go-live.accountable`: one role; `responsible`: who does it",
    "`waivers.<rule-id>`: risks accepted, by whom, until when",
  ],
  sections: ["success-criteria.approved-by", "success-criteria.agreed", "decisions", "waivers"],
  notCheckable: "Whether the signature stands for agreement, and whether people trust each other.",
};
