/** What the wall's player was built into: src/lib/wall/player/bundle.ts. */
declare module 'virtual:wall-player' {
  export const player: {
    /** Changes with every byte of it. */
    build: string;
    script: string;
    styles: string[];
    /** Addresses of all its files, fonts included. */
    files: string[];
  };
  /** The text of the service worker, without the list of files it keeps. */
  export const worker: string;
}
