/**
 * A first handful of opinion words in Spanish, German, Italian and Dutch: `weight: words`.
 * Enough for plain praise and plain anger; everything else stays neutral and goes to a person.
 */
export const spanishWords = `
3.2: excelente perfecto perfecta genial encanta
3.2: fantástico fantástica increíble maravilloso maravillosa estupendo
2.2: bueno buena buenos buenas buen bien mejor
2.2: fácil útil recomiendo contento contenta satisfecho satisfecha feliz
1.5: rápido rápida amable amables cómodo práctico práctica funciona gracias gusta
-1.6: lento lenta caro cara error errores problema problemas difícil falla fallos falta
-2.4: malo mala malos malas mal inútil
-2.4: decepción decepcionado decepcionada decepcionante peor roto imposible
-3.2: horrible pésimo pésima terrible fatal basura estafa vergüenza asco odio
`;
export const germanWords = `
3.2: perfekt ausgezeichnet hervorragend fantastisch wunderbar
3.2: großartig begeistert genial exzellent liebe
2.2: gut gute guter gutes super toll tolle toller
2.2: klasse zufrieden empfehlen empfehlenswert einfach hilfreich besser beste
1.5: schnell schnelle freundlich freundliche praktisch nützlich funktioniert danke gerne spitze top
-1.6: langsam teuer fehler problem probleme schwierig kompliziert umständlich leider fehlt
-2.4: schlecht schlechte schlechter schlechtes enttäuscht
-2.4: enttäuschend unbrauchbar unfreundlich kaputt ärgerlich nutzlos
-3.2: schrecklich furchtbar katastrophe miserabel müll betrug abzocke grauenhaft unverschämt
`;
export const italianWords = `
3.2: eccellente perfetto perfetta ottimo ottima ottimi
3.2: fantastico fantastica stupendo stupenda meraviglioso adoro
2.2: buono buona buoni bene bello bella facile utile
2.2: consiglio consigliato soddisfatto soddisfatta contento contenta migliore bravi
1.5: veloce gentile gentili comodo pratico funziona grazie piace
-1.6: lento lenta caro cara errore errori problema problemi difficile purtroppo manca
-2.4: male brutto brutta inutile deluso delusa
-2.4: deludente peggio peggiore cattivo rotto impossibile scarso
-3.2: pessimo pessima orribile terribile schifo vergogna truffa disastro
`;
export const dutchWords = `
3.2: perfect uitstekend fantastisch geweldig geweldige prachtig super schitterend
2.2: goed goede mooi mooie fijn fijne tevreden blij aanrader handig makkelijk beste beter leuk leuke
1.5: snel snelle vriendelijk vriendelijke werkt bedankt duidelijk top
-1.6: langzaam traag duur fout fouten probleem problemen moeilijk helaas jammer
-2.4: slecht slechte teleurgesteld teleurstellend onbruikbaar kapot waardeloos irritant nutteloos
-3.2: vreselijk verschrikkelijk ramp oplichting schandalig belachelijk rommel
`;
