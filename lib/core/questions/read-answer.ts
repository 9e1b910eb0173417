/** Decides what was typed or chosen. What cannot be read is neither right nor wrong and costs nothing. */
import type { AnswerForm, Truth } from "./answer-form";
import { readCount, readNumber, readShape } from "./read-numbers";
import { readCells, readGrid, readTable } from "./read-tables";

/** "adam,rmsprop" → the ids in the order of the options; null for none, for an unknown one, or one named twice. */
export function readChoices(text: string, options: readonly { id: string }[]): string[] | null {
  const named = text
    .replace(/^\s*\[|\]\s*$|"/g, "")
    .normalize("NFKC")
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);
  const known = options.filter(({ id }) => named.includes(id)).map(({ id }) => id);
  return named.length > 0 && known.length === named.length ? known : null;
}

/** What was given, in the form that was asked for; null when unreadable. */
export function readAnswer(form: AnswerForm, text: string): Truth | null {
  switch (form.kind) {
    case "integer": {
      const value = readCount(text);
      return value === null ? null : { kind: "integer", value };
    }
    case "number": {
      const value = readNumber(text);
      return value === null ? null : { kind: "number", value, decimals: form.decimals };
    }
    case "shape": {
      const sizes = readShape(text, form.axes.length);
      return sizes && { kind: "shape", sizes };
    }
    case "grid": {
      const rows = readGrid(text, form);
      return rows && { kind: "grid", rows, decimals: form.decimals };
    }
    case "cells": {
      const cells = readCells(text, form);
      return cells && { kind: "cells", cells };
    }
    case "table": {
      const rows = readTable(text, form);
      return rows && { kind: "table", rows };
    }
    case "choice": {
      const [id, ...others] = readChoices(text, form.options) ?? [];
      return id === undefined || others.length > 0 ? null : { kind: "choice", id };
    }
    case "choices": {
      const ids = readChoices(text, form.options);
      return ids && { kind: "choices", ids };
    }
  }
}
