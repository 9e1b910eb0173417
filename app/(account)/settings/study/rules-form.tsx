"use client";
import type { ReactNode } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { SelectField, TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { dayLoads } from "@/lib/core/schedule/load-balance";
import { longestInterval, mostLapses, mostReviewsPerDay, writeSteps } from "@/lib/core/study/read-rules";
import { mixes, newOrders, reviewOrders, type StudyRules } from "@/lib/core/study/study-rules";
import { saveRules } from "./actions";
import { CourseLimits, type LimitedCourse } from "./course-limits";

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

function Check({ name, isOn, children }: { name: string; isOn: boolean; children: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" name={name} defaultChecked={isOn} />
      {children}
    </label>
  );
}

interface RulesFormProps {
  rules: StudyRules;
  reviewsPerDay: number;
  courses: readonly LimitedCourse[];
}

/** How much, in which order, in which steps, and what becomes of difficult cards. */
export function RulesForm({ rules, reviewsPerDay, courses }: RulesFormProps) {
  const t = useWords("study");
  const { submit, isBusy, errorOf, done } = useSubmit(saveRules, t("failed"));
  const failed = errorOf("");
  const whole = (
    name: "reviewsPerDay" | "maximumDays" | "leechAt",
    value: number,
    [least, most]: [number, number],
  ) => (
    <TextField
      label={t(name)}
      hint={t(`${name}Hint`, { most })}
      name={name}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      defaultValue={value}
      error={errorOf(name)}
    />
  );
  const steps = (name: "learningSteps" | "relearningSteps") => (
    <TextField
      label={t(name)}
      hint={t("stepsHint")}
      name={name}
      autoComplete="off"
      defaultValue={writeSteps(rules[name])}
      error={errorOf(name)}
    />
  );
  const select = (name: "newMix" | "learningMix", value: string) => (
    <SelectField label={t(name)} name={name} defaultValue={value}>
      {mixes.map((mix) => (
        <option key={mix} value={mix}>
          {t(`mix-${mix}`)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <form className="card pad" method="post" onSubmit={submit} noValidate>
      <h2>{t("limits")}</h2>
      {whole("reviewsPerDay", reviewsPerDay, [0, mostReviewsPerDay])}
      <Check name="newBeyondReviews" isOn={rules.newBeyondReviews}>
        {t("newBeyondReviews")}
      </Check>
      <CourseLimits courses={courses} errorOf={errorOf} />

      <h2>{t("orders")}</h2>
      <div className="pair">
        <SelectField label={t("newOrder")} name="newOrder" defaultValue={rules.newOrder}>
          {newOrders.map((order) => (
            <option key={order} value={order}>
              {t(`new-${order}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t("reviewOrder")} name="reviewOrder" defaultValue={rules.reviewOrder}>
          {reviewOrders.map((order) => (
            <option key={order} value={order}>
              {t(`review-${order}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="pair">
        {select("newMix", rules.newMix)}
        {select("learningMix", rules.learningMix)}
      </div>
      <fieldset>
        <legend>{t("bury")}</legend>
        <Check name="buryNew" isOn={rules.buryNew}>
          {t("buryNew")}
        </Check>
        <Check name="buryReviews" isOn={rules.buryReviews}>
          {t("buryReviews")}
        </Check>
        <Check name="buryLearning" isOn={rules.buryLearning}>
          {t("buryLearning")}
        </Check>
      </fieldset>

      <h2>{t("intervals")}</h2>
      <div className="pair">
        {steps("learningSteps")}
        {steps("relearningSteps")}
      </div>
      {whole("maximumDays", rules.maximumDays, [1, longestInterval])}
      <Check name="balancesLoad" isOn={rules.balancesLoad}>
        {t("balancesLoad")}
      </Check>
      <fieldset>
        <legend>{t("easyDays")}</legend>
        <div className="week">
          {days.map((day, at) => (
            <SelectField
              key={day}
              label={t(day)}
              name={`easy-${at}`}
              defaultValue={rules.easyDays[at] ?? "normal"}
            >
              {dayLoads.map((load) => (
                <option key={load} value={load}>
                  {t(`load-${load}`)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
        <p className="cap">{t("easyDaysHint")}</p>
      </fieldset>

      <h2>{t("leeches")}</h2>
      <div className="pair">
        {whole("leechAt", rules.leechAt, [0, mostLapses])}
        <SelectField label={t("leechAction")} name="leechAction" defaultValue={rules.leechAction}>
          <option value="tag">{t("leech-tag")}</option>
          <option value="suspend">{t("leech-suspend")}</option>
        </SelectField>
      </div>
      <h2>{t("session")}</h2>
      <Check name="showsTimer" isOn={rules.showsTimer}>
        {t("showsTimer")}
      </Check>
      {failed && <Note pen="red">{failed}</Note>}
      {done && <Note pen="ok">{done}</Note>}
      <Button type="submit" look="primary" aria-disabled={isBusy}>
        {t("save")}
      </Button>
    </form>
  );
}
