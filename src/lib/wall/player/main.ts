import './wall.css';
import { pair } from './pairing';
import { startPreview } from './preview';
import { Screen } from './screen';
import { tryOut } from './trial';

const query = new URLSearchParams(location.search);

// Another build's page tries this one out: see renewal.ts.
if (query.has('trial')) tryOut();
// In the frame of a screen's editor.
else if (query.has('preview')) startPreview();
// Somebody wants another pairing for this device.
else if (query.has('pair')) void pair(document.body).then(() => location.replace('/wall'));
else new Screen().start();
