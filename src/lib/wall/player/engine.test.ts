import { expect, it } from 'vitest';
import { engineOf } from './engine';

it.each([
  [
    'a Samsung of 2019',
    'WebKit 537',
    'Mozilla/5.0 (SMART-TV; LINUX; Tizen 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/5.0 TV Safari/537.36'
  ],
  [
    'a Samsung of 2022',
    'Chromium 85',
    'Mozilla/5.0 (SMART-TV; Linux; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko) 85.0.4183.93/6.5 TV Safari/537.36 Chrome/85.0.4183.93'
  ],
  [
    'an LG of 2021',
    'Chromium 79',
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager'
  ],
  [
    'an Android TV',
    'Chromium 109',
    'Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2 Build/PTT1.190515.001) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.5414.117 Mobile Safari/537.36'
  ],
  [
    'a Raspberry Pi',
    'Chromium 92',
    'Mozilla/5.0 (X11; Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Raspbian Chromium/92.0.4515.98 Chrome/92.0.4515.98 Safari/537.36'
  ],
  [
    'a Raspberry Pi with WPE',
    'WebKit 605',
    'Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15'
  ],
  ['an old PC', 'Firefox 128', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'],
  [
    'a Mac',
    'Safari 17',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15'
  ],
  ['something else', 'unknown', 'Frobnicator']
])('%s is %s', (_, engine, agent) => {
  expect(engineOf(agent)).toBe(engine);
});
