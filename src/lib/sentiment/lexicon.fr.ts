/**
 * French opinion words, one lemma a line: `forms class weight [weight when negated]`.
 * - forms: the lemma as spelt in a dictionary; commas part forms that no rule gives.
 * - class: a adjective or participle, n noun, v regular -er verb, w verb forms listed in full, = invariable;
 *   what is listed in full wins over what a rule gives ("marchait" mourns, "marche" does not).
 * - weight: from -4 (disgusted) to 4 (delighted); 0 when the word only speaks once negated.
 * - weight when negated: given where turning the sign is not enough ("marche" says little, "ne marche pas"
 *   a lot).
 */
export const frenchWords = `
abandonner v -1.5
aberrant a -2.8
abîmé a -1.8
abordable a 1.8 -1.5
absence n -1.2
abus n -2
abusé a -2.2
abusif a -2.2
accéder v 0 -1.8
accessible a 0.8 -1.8
accueillant a 2.5
activer v 0 -1
adapté a 1.5
adorable a 2.5
adorer v 3.5
affiche w 0 -1.6
afficher v 0 -1.6
affreux a -2.8
agaçant a -2.2
agacer v -2.2
agios = -1.2
agréable a 2.5
agressif a -2.5
aider v 1 -1.5
aimable a 2.5
aimais,aimait w 0.4
aimer v 2.3 -2.5
amabilité n 2.5
amateur n -0.8
amélioration n 0.5
améliorer v 0.2
anomalie n -1.5
appairer v 0 -1.6
appréciable a 2
apprécier v 2 -2
arnaque n -3.5 1.5
arnaquer v -3.2
arnaqueur n -3.5
arriver v 0 -1.8
arrogant a -2.8
associer v 0 -1.2
astucieux a 2
attendre,attends,attend,attendons,attendu w -0.5
attente n -0.4
attentif a 2
attentionné a 2.5
aucun,aucune = -0.5
beau,bel,belle,beaux,belles a 2
bémol n -0.4
beuguer v -2
bidon n -2.3
bien = 1.5 -2
bienveillance n 2.5
bienveillant a 2.5
blocage n -1.5
bloquer v -1.6
bluffant a 3
bof = -1.8
bon,bonne,bons,bonnes a 2 -2
bonheur n 2.5
bravo = 3
bref = -0.4
bruyant a -1.6
bug n -1.8 1.5
bugs,beug,beugs,bogue,bogues n -1.8 1.5
buguer v -2
cassé a -1.5
catastrophe n -3.2
catastrophique a -3.3
cauchemar n -3.2
chaleureusement = 2.5
chaleureux a 2.5
charger v 0 -1.5
cher,chère,chers,chères a -1.5 1.2
chiant a -2.5
chouette a 2.5
clair a 1.5 -2
clairement = 0.3
cohérent a 1.2 -2
colère n -2.5
compatible a 0.3 -2
compétent a 2.5 -2.5
complet,complète,complets,complètes a 1.8
complexe a -0.8
compliqué a -1.6 1.5
comprendre,comprend,comprends,comprennent,compris w 0 -1.2
confiance n 1.5 -2.5
confort n 1.5
confortable a 2
connecter v 0 -1.8
content a 2.5 -2.5
contraignant a -1.5 1.2
convenir,convient,conviennent w 1 -1.8
convivial a 2.5
convivialité n 2
cool n 2
correct a 0.6 -2
correctement = 0.8 -2
coupler v 0 -1.5
courtois a 2.5
courtoisie n 2.5
crash n -2.2
crasher v -2.2
débile a -2.5
débordé a -1.6
déception n -2.6 1.5
décevant a -2.6 1.2
déconnecter v -1.2
déconner v -2
déconnexion n -1.2
déconseiller v -3
déçu a -2.6 2.2
défaillance n -2
défaillant a -2
défaut n -1.3 1.5
dégoûté a -2.6
dégradé a -1.8
dégueulasse a -3
délai n -0.5
délicieux a 3
démarrer v 0 -1.5
déplorable a -3
déplorer v -1.8
dérangeant a -1.2
désagréable a -2.6 1.2
désastre n -3
désastreux a -3
désespérant a -2.5
désinstaller v -2
détecter v 0 -1.5
détestable a -3
détester v -3
difficile a -1.3 1.5
difficilement = -1.3
difficulté n -1.3 1.8
discrimination n -2.5
disparaître,disparu,disparue,disparus,disparaît w -1.2
disponibilité n 1.2
disponible a 0.8 -1.8
dommage n -1
échec n -1.8
échouer v -1.8
écouté a 1.2 -2
efficace a 2.5
efficacement = 2.2
efficacité n 2.2
embêtant a -1.6
énervant a -2.2
énerver v -2
ennuyeux a -1.8
enregistrer v 0 -1.3
envoyer v 0 -0.8
épanoui a 2
épouvantable a -3
épuisé a -2
ergonomique a 2 -2
erreur n -1.6 1.5
erroné a -1.8
escroc n -3.5
escroquerie n -3.5
excellent a 3.5
exceptionnel a 3.2
exemplaire a 2.5
extra n 2.5
extraordinaire a 3.2
fabuleux a 3.2
facile a 2 -2
facilement = 1.5
facilité n 1.8
faciliter v 1.5
faible a -1.2
fan n 1.8
fantastique a 3.2
faux,fausse,fausses a -1.5
félicitations,félicitation = 2.5
fiabilité n 1 -2
fiable a 2 -2.5
fluide a 2
fluidité n 1.5
fonctionnait,fonctionnaient,marchait,marchaient w -0.8 -1.8
fonctionnel a 1.2 -2.2
fonctionner v 0.7 -2.5
forcer v -1
formidable a 3.2
frais = -0.6 0.8
frauduleux a -2.8
froid a -0.8
frustrant a -2.2
frustré a -2
fuir,fuyez w -3
gagner v 0.6
galère n -2.2 1.8
galérer v -2.2 1.5
gênant a -1.5 1
génial a 3.3
gentil a 2.2
gentillesse n 2.5
gérer v 0.3 -0.8
good = 2
gratuit a 0.8
great = 2.5
harcèlement n -3
hautain a -2.6
hélas = -1.5
heureux a 2.2 -2.2
honnête a 2 -2.5
honte n -2.8
honteux a -3
horrible a -3
hs = -1.8
idéal a 2.2
impec = 2.5
impeccable a 3
impoli a -2.6
imposer v -1.2
impossibilité n -2
impossible a -2.3
impressionnant a 2.5
inacceptable a -3
inaccessible a -2
inadmissible a -3
incapable a -2.2
incohérent a -2
incompatible a -1.8
incompétence n -2.8
incompétent a -3
incomplet,incomplète,incomplets,incomplètes a -1.3
incompréhensible a -2.2
incontournable a 2.2
inconvénient n -1 1.2
incroyable a 2
indifférence n -2
indispensable a 2
indisponible a -1.8
inefficace a -2.3
inexact a -1.6
inexistant a -1.8
injoignable a -2.5
injuste a -2
inquiétant a -1.8
insatisfait a -2.5
installer v 0 -1.2
instructif a 1.8
insuffisant a -1.6
insupportable a -2.8
intempestif a -1.8
intéressant a 1.8
interminable a -2.2
intrusif a -1.8
intuitif a 2.2 -2.2
inutile a -2.3
inutilisable a -3
irréprochable a 3
irrespectueux a -2.6
jadore w 3.5 -2
jaime w 2.5 -2.5
joli a 1.8
kiffer v 3
laisser v -0.3
lamentable a -3
lancer v 0 -1.2
lent a -1.8 1.2
lenteur n -1.8 1.5
limité a -0.8
lisible a 1.3 -2
litige n -1.5
livrer v 0 -1.8
logique a 0.5 -1.5
lourd a -1.2
love = 2.5
ludique a 2
luxe n 1.5
magnifique a 3
mal = -1.5 1.5
malgré = -0.4
malheureusement = -1.5
malhonnête a -3
malpoli a -2.6
manquant a -1
manque n -1 1.2
manquer v -1
marcher v 0.4 -2.5
mauvais a -2.2 1
mécontent a -2.5
médiocre a -2.5
meilleur,meilleure,meilleurs,meilleures a 1.2 -1
menace n -2
mensonge n -2.8
menteur,menteuse,menteurs,menteuses a -2.8
mépris n -2.8
méprisant a -2.8
merci n 0.8
merde n -3
merdique a -3.2
merveille n 2.8
merveilleux a 3.2
mieux = 0.6 -1.2
minable a -2.8
mitigé a -0.6
moche a -1.8
moderne a 1.2
motivant a 2.2
motivation n 1.2
motiver v 1.5
moyen a -0.7
navrant a -2.3
négatif a -1.8
négligent a -2.2
nice = 2
nickel = 3
nul a -3.2 1
obligé a -1
obsolète a -1.8
ok = 0.6
ouvrir,ouvre,ouvrent,ouvert,ouverte w 0 -1.6
panne n -1.6 1.5
parfait a 3.2 -1.5
parfaitement = 2.5 -1.5
passable a -0.6
pauvre a -1.6
payant a -0.8
pb,pbs,probleme n -1.3 1.8
pénible a -2.2
perdre,perd,perds,perdent,perdu,perdue,perdus,perdues w -1.2
performance n 0.5
performant a 2.2 -2.2
permettre,permet,permettent w 0.6 -1.2
perte n -1.3
pertinent a 1.8
peur n -1.3
peux,peut,peuvent,pouvoir w 0 -0.8
pire a -2.3
pitoyable a -3
plainte n -1.3
plaisir n 2
plaît,plait,plaisent,plaisait w 2 -2.2
plantage n -1.8
planter v -1.8
positif a 1.5
possible a 0 -1.5
poubelle n -2.3
pourri a -3
pratique a 2 -2
précieux a 2
précis a 1.5 -2
précision n 0.8 -2
préférer v 0.5
pression n -1
problème n -1.3 2
professionnalisme n 2.5 -2
professionnel a 1.2 -2.5
ramer v -1.8
rapide a 1.8 -2
rapidement = 1
rapidité n 2
ras = 1.2
rassurant a 2 -1.8
rassurer v 1.5
raté a -1.8
ravi a 3
réactif a 2.2 -2.2
réactivité n 1.8 -2
recevoir,reçois,reçu w 0 -1.3
réclamation n -0.8
recommandable a 2 -3
recommander v 2.5 -3
reconnaître,reconnaît,reconnu w 0 -1.3
reconnecter v -0.6 -1.5
refuser v -1.3
regret n -1.2
regrettable a -1.8
regretter v -1.5 2
réinstaller v -0.6
remarquable a 2.8
remboursement n -1
rembourser v -0.8 -2
remercier v 2
répondre,répond,répondent,répondu,répondu w 0 -1.8
réponse n 0 -2
résilier v -1.5
résoudre,résolu,résolue,résolus w 0.8 -1.8
respect n 0.8 -2
respecter v 0.8 -2
respectueux a 2 -2
retard n -1.5 1.2
réussi a 1.8
ridicule a -2.5
satisfaction n 2
satisfaisant a 1.8 -2.2
satisfait a 2.5 -2.8
savoureux a 2.5
scandale n -2.8
scandaleux a -3
sérieux a 1.3 -2.2
serviable a 2.2
servir,sert w 0 -1.2
simple a 1.5 -1.5
simplicité n 2
simplifier v 1.2
solution n 0.3 -1.5
soucis,souci n -1 1.8
souriant a 2.2
sourire n 1.8
stable a 1.3 -2.2
stimulant a 2
stress n -1.3
stylé a 2
sublime a 2.8
succès n 1.5
suffisant a 1 -1.6
suivi n 0.2 -1.5
super n 2.8 -2
superbe a 3
supprimer v -0.6
surcharge n -1.6
surpris,surprise,surprises a 0.3
sympa n 2
sympathique a 2.2
synchro n 0 -1.5
synchronisation n 0 -1.5
synchroniser v 0 -1.8
tarder v -1
télécharger v 0 -1.2
top = 2.8
toxique a -2.8
transparence n 1 -2
transparent a 1 -2
triste a -1.6
tromper v -1.5
trompeur a -2.2
trouver v 0 -0.6
utile a 2 -2
utiliser v 0 -0.6
valoir,vaut w 0 -1.5
valorisant a 2
vivement = 0.5
vol,vols n -1.2
voler v -1.2
voleur n -3.2
volontiers = 1.5
zéro = -1.5
zero = -1.2
`;
