"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { SelectField, TextField } from "@/app/_ui/field";
import { holdComposingEnter } from "@/lib/browser/composing";
import type { Filter } from "@/lib/core/study/search-cards";
import { type AddressedSearch, longestSearch, queryOf, readAddress } from "./search-address";

interface SearchFormProps {
  search: AddressedSearch;
  options: Record<Filter, { value: string; name: string }[]>;
  /** Why a filter could not be read. */
  problem: string | null;
}

/** A plain GET form, so that it works before any script has loaded; with one, only the list changes. */
export function SearchForm({ search, options, problem }: SearchFormProps) {
  const t = useWords("cards");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const { typed, chosen } = search;
  // Going back, or clearing, changes the address under a field that keeps what was typed.
  useEffect(() => {
    if (field.current) field.current.value = typed;
  }, [typed]);
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    router.push(`/cards${queryOf(readAddress(form))}`);
  };
  const select = (filter: Filter) => (
    <SelectField
      label={t(filter)}
      name={filter}
      defaultValue={chosen[filter] ?? ""}
      key={`${filter} ${chosen[filter]}`}
    >
      <option value="">{t("any")}</option>
      {options[filter].map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </SelectField>
  );
  return (
    <search>
      <form
        className="card pad search"
        action="/cards"
        method="get"
        onSubmit={find}
        onKeyDown={holdComposingEnter}
      >
        <TextField
          label={t("search")}
          hint={t("searchHint")}
          error={problem}
          ref={field}
          name="q"
          type="search"
          defaultValue={typed}
          maxLength={longestSearch}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
        />
        <div className="search-filters">
          {select("concept")}
          {select("state")}
          {select("due")}
          {select("tag")}
          <div className="search-go">
            <Button type="submit" look="primary">
              {t("find")}
            </Button>
            {queryOf(search) && (
              <Link className="btn btn-quiet" href="/cards">
                {t("clear")}
              </Link>
            )}
          </div>
        </div>
      </form>
    </search>
  );
}
