import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shippedEngine } from './tagger.server';

const { languageOf } = shippedEngine();

it.each([
  ['fr', 'Le colis est arrivé en retard et personne ne répond'],
  ['en', 'The parcel was late and nobody answers the phone'],
  ['es', 'El paquete llegó tarde y nadie contesta al teléfono'],
  ['de', 'Das Paket kam zu spät und niemand geht ans Telefon'],
  ['it', 'Il pacco è arrivato in ritardo e nessuno risponde'],
  ['nl', 'Het pakket kwam te laat en niemand neemt op']
])('tells %s', (language, text) => expect(languageOf(text)).toBe(language));

it.each([
  'Muito bom atendimento, obrigado',
  'Bardzo dobra obsługa, polecam',
  'Çok iyi hizmet, teşekkürler',
  'Очень хорошее обслуживание',
  'とても良いサービスです'
])('does not take another language for one of the six: %s', (text) =>
  expect(languageOf(text)).toBe('unknown')
);

it.each(['', '12345', '👍👍', 'ok', '...'])('says unknown when nothing tells: %j', (text) =>
  expect(languageOf(text)).toBe('unknown')
);

it('is not misled by a drawn-out word', () => {
  expect(languageOf('Géniaaaaal')).not.toBe('nl');
});

it('answers one of its languages for any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['fr', 'en', 'es', 'de', 'it', 'nl', 'unknown']).toContain(languageOf(text));
    })
  );
});
