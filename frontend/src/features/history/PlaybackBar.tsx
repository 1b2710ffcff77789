import { useEffect, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icons';
import type { Person } from '../../lib/api/historyApi';
import { SPEEDS, type Playback } from './playback';
import classes from './StageBar.module.css';

interface PlaybackBarProps {
  readonly playback: Playback;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** Slider, speed and steps. Space plays, arrows step by edit, with Shift by author, with Alt by session. */
export function PlaybackBar({ playback, people, onClose }: PlaybackBarProps) {
  const { t, i18n } = useTranslation();
  const { position, head, playing, speed, change, failed } = useSyncExternalStore(
    playback.subscribe,
    () => playback.state,
  );
  useEffect(() => {
    void playback.seek(0);
    return () => {
      playback.pause();
    };
  }, [playback]);
  const person = people.find(({ userId }) => userId === change?.userId);
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  const toggle = (): void => {
    if (playing) playback.pause();
    else playback.play();
  };
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === ' ' && !onButton) toggle();
    else if (by === undefined || event.target instanceof HTMLSelectElement) return;
    else if (event.shiftKey) void playback.stepAuthor(by);
    else if (event.altKey) void playback.stepSession(by);
    else void playback.step(by);
    event.preventDefault();
  };
  const steps = [
    [
      'stepSession',
      <Icon key="first" name="first" size={16} />,
      <Icon key="last" name="last" size={16} />,
    ],
    ['stepAuthor', '«', '»'],
    ['step', '‹', '›'],
  ] as const;
  const stepButton = (name: (typeof steps)[number][0], sign: ReactNode, by: 1 | -1) => (
    <button
      key={name}
      type="button"
      className={classes.icon}
      aria-label={t(`past.${name}.${by === 1 ? 'next' : 'previous'}`)}
      title={t(`past.${name}.${by === 1 ? 'next' : 'previous'}`)}
      onClick={() => void playback[name](by)}
    >
      {sign}
    </button>
  );
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('past.playback')} onKeyDown={step}>
      <span className={classes.group}>
        {steps.map(([name, sign]) => stepButton(name, sign, -1))}
        <button type="button" className={classes.main} onClick={toggle}>
          {t(playing ? 'past.pause' : 'past.play')}
        </button>
        {steps.toReversed().map(([name, , sign]) => stepButton(name, sign, 1))}
      </span>
      <input
        type="range"
        className={classes.slider}
        aria-label={t('past.position')}
        aria-valuetext={t('past.positionOf', { position, head })}
        min={0}
        max={head}
        value={position}
        onChange={(event) => {
          playback.pause();
          void playback.seek(Number(event.currentTarget.value));
        }}
      />
      <span className={classes.group}>
        <select
          className={classes.select}
          aria-label={t('past.speed')}
          value={speed}
          onChange={(event) => {
            playback.setSpeed(Number(event.currentTarget.value));
          }}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>{`${String(each)}×`}</option>
          ))}
        </select>
        <span className={classes.count}>
          {person !== undefined && (
            <span className={classes.dot} style={{ backgroundColor: person.color }} />
          )}
          {failed
            ? t('past.playbackFailed')
            : change === undefined
              ? t('past.beginning')
              : `${person?.displayName ?? ''} · ${time.format(new Date(change.at))}`}
        </span>
        <button
          type="button"
          className={classes.icon}
          aria-label={t('past.backToDocument')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </span>
    </div>
  );
}
