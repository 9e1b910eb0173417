import { describe, expect, it } from "vitest";
import { studyDayOf } from "../study-day";
import { type AllDayEvent, writeCalendar } from "./write-calendar";

const at = Date.parse("2026-11-23T18:43:26.789Z");
const seoul = { zone: "Asia/Seoul", rolloverHour: 4 };

const event = (change: Partial<AllDayEvent> = {}): AllDayEvent => ({
  uid: "20261124.learner@epoch",
  day: studyDayOf(at, seoul),
  title: "복습 24장",
  text: "약 8분 걸려요.",
  url: "https://epoch.example/today",
  ...change,
});
const written = (events: AllDayEvent[]) => writeCalendar({ name: "Epoch", at, refreshHours: 6, events });
const unfolded = (text: string): string => text.replaceAll("\r\n ", "");

describe("a calendar", () => {
  it("is an iCalendar object with a day's event, line by line", () => {
    expect(written([event()])).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Epoch//Reviews//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Epoch",
        "X-WR-CALNAME:Epoch",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "BEGIN:VEVENT",
        "UID:20261124.learner@epoch",
        "DTSTAMP:20261123T184326Z",
        // 03:43 on the 24th in Seoul, where the study day of the 23rd goes on until 04:00.
        "DTSTART;VALUE=DATE:20261123",
        "DTEND;VALUE=DATE:20261124",
        "SUMMARY:복습 24장",
        "DESCRIPTION:약 8분 걸려요.",
        "URL:https://epoch.example/today",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n"),
    );
  });

  it("without events is still a calendar", () => {
    expect(written([])).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VCALENDAR\r\n$/s);
    expect(written([])).not.toContain("VEVENT");
  });

  it.each([
    ["2026-11-23T18:59:59Z", seoul, "20261123"],
    ["2026-11-23T19:00:00Z", seoul, "20261124"],
    ["2026-11-23T19:00:00Z", { zone: "America/New_York", rolloverHour: 4 }, "20261123"],
    ["2026-11-24T08:59:59Z", { zone: "America/New_York", rolloverHour: 4 }, "20261123"],
    ["2026-12-31T16:00:00Z", { zone: "Asia/Seoul", rolloverHour: 0 }, "20270101"],
    ["2028-02-29T12:00:00Z", { zone: "UTC", rolloverHour: 0 }, "20280229"],
  ])("dates %s in %j as %s", (instant, calendar, expected) => {
    const text = written([event({ day: studyDayOf(Date.parse(instant), calendar) })]);
    expect(text).toContain(`\r\nDTSTART;VALUE=DATE:${expected}\r\n`);
  });

  it("ends a day with the next one, over months and years", () => {
    const days = ["2026-12-31T12:00:00Z", "2028-02-28T12:00:00Z"].map((instant) =>
      event({ day: studyDayOf(Date.parse(instant), { zone: "UTC", rolloverHour: 0 }) }),
    );
    expect(written(days).match(/DTEND;VALUE=DATE:\d+/g)).toEqual([
      "DTEND;VALUE=DATE:20270101",
      "DTEND;VALUE=DATE:20280229",
    ]);
  });
});

describe("text in a calendar", () => {
  it("has its punctuation escaped and its line breaks written out", () => {
    const text = written([event({ title: "a, b; c\\d: e\r\nf\ng\rh\u0007i\tj" })]);
    expect(text).toContain("\r\nSUMMARY:a\\, b\\; c\\\\d: e\\nf\\ng\\nhi\tj\r\n");
  });

  it("is cut after 75 octets at the latest and never inside a character", () => {
    const encoder = new TextEncoder();
    for (let ahead = 0; ahead < 8; ahead += 1) {
      const title = `${"x".repeat(ahead)}${"복습카드".repeat(30)}${"🙂".repeat(30)}${"é".repeat(60)}`;
      const text = written([event({ title })]);
      const lines = text.split("\r\n");
      const sizes = lines.map((line) => encoder.encode(line).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
      // A cut never leaves room for the character that it moved to the next line.
      const cut = sizes.filter((_, at) => lines[at + 1]?.startsWith(" "));
      expect(Math.min(...cut)).toBeGreaterThan(75 - 4);
      expect(unfolded(text)).toContain(`\r\nSUMMARY:${title}\r\n`);
      expect(Buffer.from(text).toString()).toBe(text);
    }
  });

  it("of exactly 75 octets stays on one line, of 76 goes on in the next", () => {
    const whole = "x".repeat(75 - "SUMMARY:".length);
    expect(written([event({ title: whole })])).toContain(`\r\nSUMMARY:${whole}\r\nDESCRIPTION`);
    expect(written([event({ title: `${whole}y` })])).toContain(`SUMMARY:${whole}\r\n y\r\n`);
  });
});
