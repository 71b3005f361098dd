/*
 * Words that are no names even with a capital, as at the start of a sentence or in a text typed in capitals.
 * Written folded: lower case, no accent. Adjectives that are frequent family names (petit, grand, blanc,
 * young, brown) are left out on purpose.
 */

const FRENCH = `
a ai aie aient ainsi ait alors apres as au aucun aucune aujourd aussi autant autre autres aux avait avaient avais
avant avec avez avoir avons ayant beaucoup bien bientot bon bonne bonnes bons c ca car ce ceci cela celle celles
celui certes ces cet cette chaque cher chere chers ci combien comme comment contre d dans de deja demain depuis des
deux dix dois doit donc dont du durant elle elles en encore enfin ensuite entre es est et etaient etait etant ete
etes etre eu eux fait faire faites fais font fois fut hier hors hui huit ici il ils j jamais je jusque l la le les
lequel leur leurs lors lorsque lui m ma mais malgre me meme memes mes moi moins mon n ne neanmoins neuf ni non nos
notre nous on ont or ou oui par parce parfois parmi pas pendant personne peu peut peuvent peux plus plusieurs
plutot pour pourquoi pourtant pouvez prend prenez pres prete pris puis puisque qu quand quant quatre que quel quelle quelles
quels quelque quelques qui quoi quoique rien s sa sans sauf se sept sera serait seront ses seul seule si sinon six
soit son sont sous souvent suis suite sur surtout t ta tant te tel telle tellement tes toi ton toujours tous tout
toute toutes tres trois trop tu un une va vais vas vers veut veux via voici voila voit vont vos votre vous vraiment
vu y afin apparemment assez certainement clairement franchement heureusement honnetement malheureusement
normalement rapidement seulement simplement vite tot tard
bonjour bonsoir bonne merci bravo salut hello coucou desole desolee attention felicitations chapeau svp stp ok
cordialement sincerement salutations amicalement merci
madame monsieur mademoiselle mesdames messieurs mme mmes mlle mlles mr mrs ms miss mister dr docteur professeur maitre
directeur directrice president presidente maire ministre responsable responsables manager gerant gerante chef cheffe
vendeur vendeuse vendeurs vendeuses conseiller conseillere conseillers caissier caissiere hotesse hote serveur
serveuse livreur livreuse technicien technicienne client clients cliente clientes clientele equipe equipes personnel
accueil caisse caisses rayon rayons service services direction magasin magasins boutique marketing commercial
commerciale technique reseau reseaux support sav hotline standard siege region secteur pole compte comptes contrat
contrats commande commandes livraison livraisons produit produits achat achats vente ventes garantie remboursement
application appli apps app site internet web email mail courrier telephone mobile portable tablette montre bluetooth
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre
octobre novembre decembre noel paques matin midi soir nuit jour jours semaine mois annee an ans heure heures minute
minutes matinee soiree journee
super top genial geniale genials parfait parfaite excellent excellente excellents incroyable magnifique formidable
extraordinaire impeccable nickel agreable aimable accueillant accueillante attentif attentive charmant charmante
competent competente competents efficace efficaces exceptionnel exceptionnelle froid froide gentil gentille gentils
gentilles honteux hautain hautaine incompetent incompetente inadmissible inacceptable desagreable impoli impolie
jeune jeunes jolie lamentable malpoli malpolie mauvais mauvaise nul nulle nouveau nouvelle pressant pro pros
professionnel professionnelle professionnels rapide ravi ravie satisfait satisfaite decu decue serieux serieuse
souriant souriante souriants sympa sympas sympathique tip vieux vieille aucun dommage bref hyper ultra assis assise
debout seul seule blond blonde brun brune age agee
adorable dynamique patient patiente poli polie disponible reactif reactive discret discrete froid antipathique
bleu bleue bleus rouge rouges vert verte jaune jaunes rose gris grise beige violet marron
accepte accueille adore aide aime allez appelle appris arrive attend attends avise cherche compris conseille dit
dire dis disait disent donne dort entre etait explique expliquait fallait faut habite ignore indique laisse met
paie parle parlait part passe pense permet porte pouvait prend propose quitte raccroche recommande refuse regarde
remercie repond repondu reste retourne reviens reviendrai revient sait sachez semble sourit tient travaille trouve
trouvait veuillez vend vient voulait voulu voudrais
allo anglais anglaise francais francaise france paris lyon marseille europe europeen
`;

const ENGLISH = `
about above after again all also although always am amazing an and another any anyone anything are as at awesome awful
away back bad be because been before being best better between both brilliant but by bye can cannot can't check could
customer day days dear did didn do does doesn doing don done down due each easy either else enough even every everyone
everything excellent extremely fabulous fantastic far few finally first for friendly from full fun further get gets
getting give gives go goes going good got great had has have having he hello help helpful helped her here hers hi him
his horrible how however i if in instead into is isn it its itself just keep kept kind last late later least less let
like lol lot lots love loved lovely made make makes many maybe me might mine more most much must my need needs never new
next nice no nobody none not nothing now of off often old on once one only or other our ours out over own patient
perfect perfectly please polite poor put quick quickly quite rather really recommend rude said same says seem seems she
should since so some someone something sometimes soon sorry still such super sure take taken team terrible than thank
thanks that the their them then there these they thing this those though through thus till to today told tomorrow too
told took totally truly try two under unfortunately until up update updated upon us use used useless user users using
very was wasn way we well went were what when where whether which while who why will wish with within without won
wonderful worst would wow wrong yes yesterday yet you your yours
sir madam mum dad boss manager managers staff service services store shop support agent agents driver advisor server
waiter waitress cashier director president doctor phone call email order account app apps website online delivery
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december christmas easter morning afternoon evening night week month year time times
english french spanish german italian american british london europe uk usa
able absolute absolutely advise appeared asked assured attentive available aware based came careful caring clearly
connected died explained failed felt found gave happy here hung informed insisted kicked knew knows lost missing
offered pleased professional promised rang refused replied sent showed smiled solved spoke stated struggling trying
unable waiting walked wanted wants working works
`;

/** Those of them that are frequent family names as well: with a capital, right after a civility, they are people. */
const SURNAMES =
  'avril fevrier gentil gris jeune juin love mai mars may march april june noel paris marseille rose vert brun blond day good best french english';

export const COMMON_SURNAMES: ReadonlySet<string> = new Set(SURNAMES.split(' '));

/** Family names that are frequent words as well: met again without a civility, they are words. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  (
    SURNAMES +
    ' petit petite grand grande blanc blanche noir noire roux gros long fort doux beau belle bel rouge roi reine prince ' +
    'rey royal young brown white black green short king queen bishop cook mark will bill grace hope'
  ).split(' ')
);

export const COMMON: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.split(/\s+/).filter(Boolean));
