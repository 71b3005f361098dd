import type { Picture } from '../cover';
import type { Setting, View } from '../view';
import { covered, empty, interlude, message } from './plain';
import { mirror } from './mirror';
import { mosaic } from './mosaic';
import { numbers } from './numbers';
import { quiet } from './quiet';
import { spotlight } from './spotlight';

/** Paints a picture. */
export function viewOf(picture: Picture, setting: Setting): View {
  switch (picture.kind) {
    case 'spotlight':
      return spotlight(picture.shown, setting);
    case 'mosaic':
      return mosaic(picture.shown, setting);
    case 'mirror':
      return mirror(picture, setting);
    case 'numbers':
      return numbers(picture.figures, setting);
    case 'message':
    case 'notice':
      return message(picture.text, setting);
    case 'share':
      return interlude(setting);
    case 'empty':
      return empty(setting);
    case 'quiet':
      return quiet(setting);
    default:
      return covered(picture.kind, setting);
  }
}
