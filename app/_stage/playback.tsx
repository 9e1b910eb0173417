"use client";
import { useEffect, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useHotkeys } from "@/lib/browser/hotkeys";

/** A stop is looked at for so long; many of them are played through in about so long altogether. */
const stopMs = 600;
const wholeMs = 15_000;

/**
 * A position in a sequence of `count` stops, with the keys ← → and P. Playing stops at the last one. Without end as
 * `first` it stays at the last stop, however many there come to be.
 */
export function usePlayback(count: number, first = 0) {
  const [place, setAt] = useState(first);
  const [isPlaying, setPlaying] = useState(false);
  const last = count - 1;
  const at = Math.min(place, last);
  const eachMs = Math.min(stopMs, wholeMs / Math.max(1, last));

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      setAt((now) => Math.min(now + 1, last));
    }, eachMs);
    return () => clearInterval(timer);
  }, [isPlaying, last, eachMs]);
  useEffect(() => {
    if (at >= last) setPlaying(false);
  }, [at, last]);

  const go = (to: number) => {
    setPlaying(false);
    setAt(Math.max(0, Math.min(to, last)));
  };
  const toggle = () => {
    if (at >= last) setAt(0);
    setPlaying(!isPlaying);
  };
  useHotkeys({ ArrowLeft: () => go(at - 1), ArrowRight: () => go(at + 1), p: toggle });
  return { at, isPlaying, count, go, toggle };
}

interface PlaybackProps {
  playback: ReturnType<typeof usePlayback>;
  label: string;
  /** What the stop is a value of; its place among the stops where nothing else is said. */
  value?: string;
}

/** Back, play or pause, forward, and a slider over all stops. */
export function Playback({ playback, label, value }: PlaybackProps) {
  const t = useWords("question");
  const { at, count, isPlaying, go, toggle } = playback;
  const told = value ?? `${at + 1}/${count}`;
  return (
    <div className="ctl">
      <Button
        look="quiet"
        isIcon
        aria-label={t("back")}
        aria-keyshortcuts="ArrowLeft"
        onClick={() => go(at - 1)}
      >
        <Icon name="previous" />
      </Button>
      <Button
        look="quiet"
        isIcon
        aria-label={isPlaying ? t("pause") : t("play")}
        aria-keyshortcuts="p"
        onClick={toggle}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </Button>
      <Button
        look="quiet"
        isIcon
        aria-label={t("forward")}
        aria-keyshortcuts="ArrowRight"
        onClick={() => go(at + 1)}
      >
        <Icon name="next" />
      </Button>
      <input
        type="range"
        min={0}
        max={count - 1}
        value={at}
        aria-label={label}
        aria-valuetext={told}
        onChange={(event) => go(Number(event.target.value))}
      />
      <output>{told}</output>
    </div>
  );
}
