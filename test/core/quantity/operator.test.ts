import assert from "node:assert/strict";
import { type OperatorMeaning, operatorMeaning, readQuantity } from "../../../core/src/quantity/index.ts";

const cases: [text: string, operator: string, rest: string, meaning: OperatorMeaning][] = [
  [">= 92%", ">=", "92%", "at-least"],
  [">=92%", ">=", "92%", "at-least"],
  ["=> 92%", "=>", "92%", "at-least"],
  ["≥ 92%", "≥", "92%", "at-least"],
  ["<= 8%", "<=", "8%", "at-most"],
  ["≤8%", "≤", "8%", "at-most"],
  ["> 5 min", ">", "5 min", "above"],
  ["< 5 min", "<", "5 min", "below"],
  ["=5%", "=", "5%", "exactly"],
  ["== 5%", "==", "5%", "exactly"],
  ["!= 5", "!=", "5", "not"],
  ["~95%", "~", "95%", "about"],
  ["≈ 95%", "≈", "95%", "about"],
  ["±5%", "±", "5%", "about"],
  ["+/-5%", "+/-", "5%", "about"],
  ["+/- 5%", "+/-", "5%", "about"],
  ["> -4%", ">", "-4%", "above"],
  ["at least 92%", "at least", "92%", "at-least"],
  ["min 5 h", "min", "5 h", "at-least"],
  ["min. 5 h", "min.", "5 h", "at-least"],
  ["minimum: 5 h", "minimum", "5 h", "at-least"],
  ["max 5 min", "max", "5 min", "at-most"],
  ["max. 5 min", "max.", "5 min", "at-most"],
  ["max5 min", "max", "5 min", "at-most"],
  ["up to 900 item/h", "up to", "900 item/h", "at-most"],
  ["no more than 5%", "no more than", "5%", "at-most"],
  ["under 5 min", "under", "5 min", "below"],
  ["less than 5 min", "less than", "5 min", "below"],
  ["over 5 min", "over", "5 min", "above"],
  ["about 5 min", "about", "5 min", "about"],
  ["approx. 5 min", "approx.", "5 min", "about"],
  ["ca. 5 min", "ca.", "5 min", "about"],
  ["ca 5 min", "ca", "5 min", "about"],
  ["max €500", "max", "€500", "at-most"],
  [">= 140,000 EUR", ">=", "140,000 EUR", "at-least"],
  ["92%+", "+", "92%", "at-least"],
  ["92 % or more", "or more", "92 %", "at-least"],
  ["5 min or less", "or less", "5 min", "at-most"],
  ["5 min max.", "max.", "5 min", "at-most"],
  ["500 items maximum", "maximum", "500 items", "at-most"],
];

describe("an operator with a quantity", () => {
  for (const [text, operator, rest, meaning] of cases) {
    it(`is told from it: ${text}`, () => {
      const { quantity, problem } = readQuantity(text);
      assert.equal(quantity, undefined);
      assert.deepEqual(problem, { kind: "operator", operator, rest });
      assert.equal(operatorMeaning(operator), meaning);
    });
  }

  it("leaves a unit alone that is spelt like one", () => {
    assert.equal(readQuantity("5 min").quantity?.unit, "min");
    assert.equal(readQuantity("+5%").quantity?.value, 5);
  });

  it("means nothing when it is some other word", () => {
    assert.equal(operatorMeaning("constructor"), undefined);
    assert.equal(operatorMeaning(""), undefined);
  });
});
