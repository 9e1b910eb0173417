"use client";
import { useRef, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import { runVariant } from "@/lib/browser/compute/run-variant";
import type { Ask } from "@/lib/core/questions/family";
import type { Locale } from "@/lib/core/text";
import { Running } from "./running";
import { SceneView } from "./scene-view";
import type { Shown } from "./stage";
import { useRun } from "./use-run";

interface ExploreProps {
  shown: Shown;
  ask: Ask;
  locale: Locale;
}

/** The picture of the run with its steps, and sliders that change the numbers: everything is computed again at once. */
export function Explore({ shown, ask, locale }: ExploreProps) {
  const t = useWords("stage");
  const { family } = shown;
  const [now, setNow] = useState({ params: shown.params, explanation: shown.explanation });
  const [refused, setRefused] = useState("");
  const { ongoing, run } = useRun();
  const wanted = useRef<unknown>(shown.params);
  const isTurned = now.params !== shown.params;

  const turn = async (params: unknown) => {
    wanted.current = params;
    const result = await runVariant(family, params, (program) => run(program));
    // A slider moved on meanwhile, or the run was stopped: what is drawn stays.
    if (wanted.current !== params || (!result.ok && result.error.kind === "cancelled")) return;
    setRefused(result.ok ? "" : result.error.message);
    if (result.ok) setNow({ params, explanation: result.value.explanation });
  };

  const turnBack = () => {
    ongoing?.stop();
    wanted.current = shown.params;
    setNow({ params: shown.params, explanation: shown.explanation });
  };

  // A knob that this form of the question does not read has one value only.
  const knobs = family.knobs.flatMap((knob) => {
    const value = knob.get(now.params);
    const values = knob.values(now.params).filter((each) => family.legal(knob.set(now.params, each)));
    return values.every((each) => each === value) ? [] : [{ knob, value, values }];
  });

  return (
    <>
      <SceneView
        key={JSON.stringify(now.params)}
        scene={now.explanation.scene}
        given={isTurned ? null : shown.given}
        ask={ask}
        locale={locale}
      />
      <ol className="steps small" aria-live="polite">
        {now.explanation.steps.map((step) => (
          <li key={step.en}>{step[locale]}</li>
        ))}
      </ol>
      {knobs.length > 0 ? (
        <fieldset className="knobs">
          <legend>{t("turn")}</legend>
          {knobs.map(({ knob, value, values }) => (
            <ListedSlider
              key={knob.id}
              name={knob.label[locale]}
              value={value}
              values={values}
              onChange={(next) => void turn(knob.set(now.params, next))}
            />
          ))}
          {isTurned ? (
            <button type="button" className="btn btn-quiet" onClick={turnBack}>
              {t("turnBack")}
            </button>
          ) : null}
          {ongoing ? <Running ongoing={ongoing} /> : null}
          <p className="small" role="status">
            {refused}
          </p>
        </fieldset>
      ) : null}
    </>
  );
}
