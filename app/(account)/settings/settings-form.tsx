"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { SelectField, TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { type Person, themes } from "@/lib/core/people/person";
import { saveSettings } from "./actions";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The chosen palette shows at once; the server's answer only confirms it. */
const showTheme = (form: FormData): void => {
  const theme = form.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
};

const save = async (form: FormData) => {
  const reply = await saveSettings(form);
  if (!reply.error) showTheme(form);
  return reply;
};

interface SettingsProps {
  person: Person;
  zones: string[];
  mostNew: number;
  hasKeys: boolean;
}

export function SettingsForm({ person, zones, mostNew, hasKeys }: SettingsProps) {
  const t = useWords("settings");
  const { submit, isBusy, errorOf, done } = useSubmit(save, t("failed"));
  const failed = errorOf("");
  return (
    <form className="card pad" method="post" onSubmit={submit} noValidate>
      <TextField
        label={t("name")}
        name="name"
        autoComplete="name"
        defaultValue={person.name}
        error={errorOf("name")}
        maxLength={100}
      />
      <div className="pair">
        <TextField
          label={t("newPerDay")}
          hint={t("newPerDayHint", { most: mostNew })}
          name="newPerDay"
          type="number"
          inputMode="numeric"
          min={0}
          max={mostNew}
          defaultValue={person.newPerDay}
          error={errorOf("newPerDay")}
        />
        <SelectField
          label={t("rollover")}
          hint={t("rolloverHint")}
          name="rolloverHour"
          defaultValue={person.rolloverHour}
          error={errorOf("rolloverHour")}
        >
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {t("hour", { hour })}
            </option>
          ))}
        </SelectField>
      </div>
      <SelectField
        label={t("zone")}
        hint={t("zoneHint")}
        name="zone"
        defaultValue={person.zone}
        error={errorOf("zone")}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <div className="pair">
        <SelectField label={t("language")} name="locale" defaultValue={person.locale} key={person.locale}>
          <option value="ko" lang="ko">
            한국어
          </option>
          <option value="en" lang="en">
            English
          </option>
        </SelectField>
        <SelectField label={t("theme")} name="theme" defaultValue={person.theme} key={person.theme}>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {t(theme)}
            </option>
          ))}
        </SelectField>
      </div>
      <div>
        <label className="check">
          <input type="checkbox" name="keys" defaultChecked={hasKeys} aria-describedby="keys-hint" />
          {t("singleKeys")}
        </label>
        <p className="cap" id="keys-hint">
          {t("singleKeysHint")}
        </p>
      </div>
      {failed && <Note pen="red">{failed}</Note>}
      {done && <Note pen="ok">{done}</Note>}
      <Button type="submit" look="primary" aria-disabled={isBusy}>
        {t("save")}
      </Button>
    </form>
  );
}
