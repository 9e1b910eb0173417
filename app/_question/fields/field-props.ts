import type { AnswerForm, Truth } from "@/lib/core/questions/answer-form";
import type { Locale } from "@/lib/core/text";

/** What every kind of answer field is given: the form, the text typed so far, and the truth once it is judged. */
export interface FieldProps<Kind extends AnswerForm["kind"]> {
  form: Extract<AnswerForm, { kind: Kind }>;
  locale: Locale;
  text: string;
  isUnreadable: boolean;
  /** Set once the answer is judged: the fields keep what was given. */
  truth: Truth | null;
  onText: (text: string) => void;
}
