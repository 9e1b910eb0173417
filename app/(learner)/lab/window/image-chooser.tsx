"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";

const brightest = 9;

/** A picture of one's own as a small map of brightness. It is read in this browser and sent nowhere. */
export function ImageChooser({ side, onChange }: { side: number; onChange: (rows: number[][]) => void }) {
  const t = useWords("lab");
  const [isRefused, setRefused] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const rows = await brightnessOf(file, side).catch(() => null);
    setRefused(rows === null);
    if (rows) onChange(rows);
  };
  return (
    <p className="lab-file">
      <label>
        <span className="small">{t("ownImage", { side })}</span>
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </label>
      <span className="small" role="status">
        {isRefused ? t("imageRefused") : t("imageStays")}
      </span>
    </p>
  );
}

/** Brightness from 0 to 9 on a square of so many cells, the picture's middle cut out. */
async function brightnessOf(file: File, side: number): Promise<number[][]> {
  const picture = await createImageBitmap(file);
  const length = Math.min(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("no canvas");
  pen.drawImage(
    picture,
    (picture.width - length) / 2,
    (picture.height - length) / 2,
    length,
    length,
    0,
    0,
    side,
    side,
  );
  picture.close();
  const { data } = pen.getImageData(0, 0, side, side);
  const at = (row: number, column: number) => {
    const place = 4 * (row * side + column);
    const [red = 0, green = 0, blue = 0] = data.slice(place, place + 3);
    return Math.round(((0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255) * brightest);
  };
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => at(row, column)),
  );
}
