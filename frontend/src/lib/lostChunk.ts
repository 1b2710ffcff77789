import { applicationUrl } from './api/urls';
import { isWriting } from './openText';

export type LossReason = 'away' | 'new-version' | 'broken';

/** A part of the page's code can't be loaded. */
export class LostChunk extends Error {
  override readonly name = 'LostChunk';
  readonly reason: LossReason;

  constructor(reason: LossReason, cause: unknown) {
    super(`code is missing: ${reason}`, { cause });
    this.reason = reason;
  }
}

export interface PageVersion {
  /** What tells this version of the page from others. */
  readonly own: string;
  /** The same of the version that the server has now; undefined where it does not answer. */
  readonly served: () => Promise<string | undefined>;
  /** The version for which the page was reloaded last. */
  readonly reloadedFor: () => string | null;
  readonly reloadFor: (version: string) => void;
  /** Whether a reload would take a text from under somebody's hands. */
  readonly isWriting: () => boolean;
}

/**
 * Loads a part of the code. An upgrade takes the old parts away: then the page is reloaded, once for each version, and
 * not while somebody is writing. Whatever does not help ends in {@link LostChunk}.
 */
export async function loadPart<T>(load: () => Promise<T>, page = browserVersion): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const served = await page.served();
    if (served === undefined) throw new LostChunk('away', error);
    if (served === page.own) {
      try {
        return await load(); // the line was bad for a moment
      } catch (again) {
        return reload(page, served, new LostChunk('broken', again));
      }
    }
    return reload(page, served, new LostChunk('new-version', error));
  }
}

function reload(page: PageVersion, version: string, otherwise: LostChunk): Promise<never> {
  if (page.isWriting() || page.reloadedFor() === version) throw otherwise;
  page.reloadFor(version);
  return new Promise(() => undefined); // the page is about to go
}

const MARK = 'collab-reloaded-for';
const ENTRY = /assets\/index-[\w-]+\.js/;

/** The name of the entry's file changes with any of the code. */
const browserVersion: PageVersion = {
  get own() {
    return ENTRY.exec(document.documentElement.outerHTML)?.[0] ?? '';
  },
  served: async () => {
    try {
      const response = await fetch(applicationUrl(), { cache: 'no-store' });
      return response.ok ? ENTRY.exec(await response.text())?.[0] : undefined;
    } catch {
      return undefined;
    }
  },
  reloadedFor: () => sessionStorage.getItem(MARK),
  reloadFor: (version) => {
    sessionStorage.setItem(MARK, version);
    window.location.reload();
  },
  isWriting,
};
