/** Every namespace of words, by name. Only the server imports it; a page hands the client the ones it needs. */
import { account } from "./messages/account";
import { calendar } from "./messages/calendar";
import { cards } from "./messages/cards";
import { concepts } from "./messages/concepts";
import { courses } from "./messages/courses";
import { exercise } from "./messages/exercise";
import { failure } from "./messages/failure";
import { lab } from "./messages/lab";
import { memory } from "./messages/memory";
import { parts } from "./messages/parts";
import { practice } from "./messages/practice";
import { progress } from "./messages/progress";
import { question } from "./messages/question";
import { review } from "./messages/review";
import { sets } from "./messages/sets";
import { settings } from "./messages/settings";
import { shell } from "./messages/shell";
import { stage } from "./messages/stage";
import { study } from "./messages/study";
import { today } from "./messages/today";

export const messages = {
  account,
  calendar,
  cards,
  concepts,
  courses,
  exercise,
  failure,
  memory,
  parts,
  lab,
  practice,
  progress,
  question,
  stage,
  review,
  sets,
  settings,
  shell,
  study,
  today,
};

export type Namespace = keyof typeof messages;
export type MessagesByNamespace = { [Name in Namespace]: (typeof messages)[Name]["ko"] };
