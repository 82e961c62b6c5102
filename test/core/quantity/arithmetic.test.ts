import assert from "node:assert/strict";
import { add, divide, formatBase, multiply, subtract, unitInTimeOf } from "../../../core/src/quantity/index.ts";
import { quantity } from "./quantity.ts";

describe("what the rules compute", () => {
  it("peak x calls per item, beside a limit in another time", () => {
    const peak = quantity("900 item/h");
    const limit = quantity("30 req/min");
    const calls = multiply(peak, 3);
    assert.equal(calls?.text, "2,700 item/h");
    const unit = unitInTimeOf(limit, peak);
    assert.equal(formatBase(calls.base, "rate", unit), "2,700 req/h");
    assert.equal(formatBase(limit.base, "rate", unit), "1,800 req/h");
  });

  it("cost per month, net and payback", () => {
    const volume = quantity("4000 item/d");
    const running = multiply(volume, quantity("0.035 EUR/item"))!;
    assert.equal(running.text, "4,261.25 EUR/mo");
    const review = multiply(multiply(volume, quantity("5%"))!, quantity("0.90 EUR/item"))!;
    assert.equal(review.text, "5,478.75 EUR/mo");
    const cost = add(add(quantity("5200 EUR/mo"), running)!, review)!;
    assert.equal(cost.text, "14,940 EUR/mo");
    const net = subtract(multiply(volume, quantity("0.25 EUR/item"))!, cost)!;
    assert.equal(net.text, "15,497.5 EUR/mo");
    assert.equal(divide(quantity("180000 EUR"), net)?.text, "11.615 mo");
  });

  it("what a time brings, and the time that something takes", () => {
    assert.equal(multiply(quantity("3200 item/d"), quantity("2 w"))?.text, "44,800 item");
    assert.equal(multiply(quantity("2 w"), quantity("3200 item/d"))?.text, "44,800 item");
    assert.equal(divide(quantity("1500 item"), quantity("3000 item/d"))?.text, "12 h");
    assert.equal(multiply(quantity("22000 EUR/mo"), quantity("1 y"))?.text, "264,000 EUR");
    assert.equal(multiply(quantity("6 MB/min"), quantity("1 h"))?.text, "360 MB");
    assert.equal(divide(quantity("1 GB"), quantity("100 MB/s"))?.text, "10 s");
  });

  it("shares and numbers keep the unit of what they scale", () => {
    assert.equal(multiply(quantity("10%"), quantity("3200 item/d"))?.text, "320 item/d");
    assert.equal(multiply(quantity("99.9%"), quantity("99.8%"))?.text, "99.7%");
    assert.equal(multiply(quantity("2"), quantity("4 h"))?.text, "8 h");
    assert.equal(divide(quantity("8 h"), 2)?.text, "4 h");
    assert.equal(divide(quantity("500 item/d"), quantity("10%"))?.text, "5,000 item/d");
  });

  it("one dimension over itself is a number", () => {
    const share = divide(quantity("90 min"), quantity("2 h"));
    assert.equal(share?.dimension, "number");
    assert.equal(share.base, 0.75);
  });

  it("the price of a thing, and how many a sum buys", () => {
    assert.equal(divide(quantity("3000 EUR/mo"), quantity("30000 item/mo"))?.text, "0.1 EUR/item");
    assert.equal(divide(quantity("3000 EUR/mo"), quantity("0.1 EUR/item"))?.text, "30,000 item/mo");
    assert.equal(divide(quantity("300 EUR"), quantity("0.1 EUR/item"))?.text, "3,000 item");
    assert.equal(multiply(quantity("300 items"), quantity("0.1 EUR/item"))?.text, "30 EUR");
  });

  it("nothing, where the result would mean nothing", () => {
    assert.equal(add(quantity("4 h"), quantity("4%")), undefined);
    assert.equal(add(quantity("4 EUR"), quantity("4 USD")), undefined);
    assert.equal(subtract(quantity("4 EUR"), quantity("4 EUR/mo")), undefined);
    assert.equal(multiply(quantity("4 h"), quantity("4 h")), undefined);
    assert.equal(multiply(quantity("4 EUR"), quantity("4 item/h")), undefined);
    assert.equal(multiply(quantity("4 h"), Number.POSITIVE_INFINITY), undefined);
    assert.equal(divide(quantity("4 h"), 0), undefined);
    assert.equal(divide(quantity("4 h"), quantity("0 h")), undefined);
    assert.equal(divide(quantity("4 EUR"), quantity("0 EUR/mo")), undefined);
    assert.equal(divide(quantity("4 EUR"), quantity("4 USD/mo")), undefined);
    assert.equal(divide(quantity("4 h"), quantity("4 EUR")), undefined);
  });
});
