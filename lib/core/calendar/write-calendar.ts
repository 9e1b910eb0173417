/** Writes a calendar of all-day events as an iCalendar object (RFC 5545). */
import { addDays, dayMs, type StudyDay } from "../study-day";

export interface AllDayEvent {
  /** Stays the same for as long as the event is the same to a reader. */
  uid: string;
  day: StudyDay;
  title: string;
  text: string;
  url: string;
}

export interface Calendar {
  name: string;
  /** When it was written, epoch milliseconds. */
  at: number;
  /** How long a reader may wait before asking again. */
  refreshHours: number;
  events: readonly AllDayEvent[];
}

const longestLine = 75;

/** The text of an .ics file: lines end with CR LF and none is longer than 75 octets. */
export function writeCalendar({ name, at, refreshHours, events }: Calendar): string {
  const stamp = instant(at);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Epoch//Reviews//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    ...events.flatMap((event) => linesOf(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** An all-day event ends where the next day begins, and leaves its reader free. */
const linesOf = ({ uid, day, title, text, url }: AllDayEvent, stamp: string): string[] => [
  "BEGIN:VEVENT",
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${date(day)}`,
  `DTEND;VALUE=DATE:${date(addDays(day, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  `URL:${url}`,
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/** A study day has the date on which it begins for its learner. */
const date = (day: StudyDay): string => instant(day * dayMs).slice(0, 8);

/** "20261123T184326Z" */
const instant = (at: number): string => new Date(at).toISOString().replace(/\.\d+|[-:]/g, "");

/** Text in which nothing is taken for punctuation; other control characters are not allowed and left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "");

/** Cuts a long line into pieces that go on after a line break and a space; never inside a character. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longestLine) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** Length in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
