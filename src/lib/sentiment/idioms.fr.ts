/**
 * French expressions that mean more than the sum of their words: `weight expression`, one a line, best first.
 * `*` stands for at most one word ("laisse vraiment à désirer"). An expression of weight 0 only silences its
 * words ("bien sûr", "bonne journée"). The longest is matched first; one that holds a negation is final.
 */
export const frenchIdioms = `
3 rien à dire
3 sans reproche
3 au top
3 rien à redire
2.5 sans accroc
2.5 pas mieux
2.5 rien à signaler
2.5 vaut la peine
2.5 que dire de plus
2.5 sans hésiter
2.5 rien à reprocher
2.5 tient ses promesses
2.5 fait le job
2.5 m'en passer
2.5 vaut le coup
2.5 tient la route
2.5 je valide
2.5 les yeux fermés
2.5 peux plus m'en passer
2.5 à la hauteur
2 ça roule
2 à recommander
2 bon travail
2 à l'écoute
2 fait ce qu'on
2 coup de coeur
2 bonne surprise
2 5 étoiles
2 ça marche
2 bon accueil
2 rapport qualité prix
2 facile d'utilisation
2 à mes attentes
2 tout ce qu'il faut
2 bonne idée
2 de qualité
2 au point
2 je conseille
2 hâte de
2 continuez comme ça
2 bonne expérience
2 que du bonheur
2 fait bien
2 aux petits soins
2 n'hésitez pas
2 n'hésitez plus
1.8 pas mal
1.6 pas si mal
1.5 rentré dans l'ordre
1.5 pas mauvais
1.5 bien mieux
1.5 prise en main
1.5 un plus
1.5 gain de temps
1.5 beaucoup mieux
1.5 fait son job
1.5 va à l'essentiel
1.4 pas trop mal
1.2 tout va bien
1.2 de mieux en mieux
1.2 problème résolu
1 rien de grave
1 plus de soucis
1 plus de problème
0.5 au quotidien
0 par contre
0 en revanche
0 loin d'être
0 plus ou moins
0 ou bien
0 s'il vous plaît
0 veut bien
0 comprends bien
0 merci d'avance
0 en attente
0 sans doute
0 de plus
0 tout de même
0 en plus
0 bonne soirée
0 eh bien
0 au moins
0 si possible
0 pourquoi pas
0 pas forcément
0 pas que
0 mot de passe
0 pas seulement
0 bien vouloir
0 quand même
0 bien que
0 bon d'achat
0 bien sûr
0 peut être
0 bonne journée
0 merci de
0 bon entendeur
0 est ce que
0 bon nombre
0 bon de commande
0 le plus
-0.2 serait parfait
-0.3 serait super
-0.3 serait top
-0.5 j'aimerais
-0.5 serait bien
-0.6 il faudrait
-0.6 serait mieux
-0.8 il manque
-0.8 non plus
-1 dommage car
-1 merci de faire
-1 en vain
-1 manque de
-1 dommage que
-1 hors de prix
-1 à corriger
-1 à quand
-1.2 était très bien
-1.2 plus de synchro
-1.2 plus de connexion
-1.2 plus de synchronisation
-1.2 merci de corriger
-1.2 au secours
-1.2 une étoile
-1.2 était bien
-1.2 sans plus
-0.8 depuis * mois
-0.8 depuis * semaines
-0.8 depuis * jours
-1.5 pourrait être mieux
-1.5 fonctionnait bien
-1.5 bon courage
-1.5 peut mieux faire
-1.5 attends toujours
-1.5 marchait très bien
-1.5 bonne chance
-1.5 pas assez
-1.5 fonctionnait très bien
-1.5 de moins en moins
-1.5 pourrait mieux faire
-1.5 marchait bien
-1.5 1 étoile
-1.5 du mal à
-1.5 rien à faire
-1.6 depuis la dernière maj
-1.6 tombe en panne
-1.6 depuis la maj
-1.6 trop de
-1.8 aucun sens
-1.8 depuis la mise à jour
-1.8 depuis la dernière mise à jour
-1.8 pas normal
-1.8 à chaque fois
-1.8 à peine
-1.8 sans prévenir
-1.8 pas au point
-1.8 trop tard
-1.8 tout le temps
-2 pour rien
-2 personne ne
-2 se bloque
-2 n'importe quoi
-2 trop long
-2 aucune aide
-2 une fois sur deux
-2 jamais reçu
-2 usine à gaz
-2 sous effectif
-2 pas reçu
-2 à côté de la plaque
-2 à améliorer
-2 aucune réponse
-2 se déconnecte
-2 en panne
-2 pas ouf
-2 aucune solution
-2 aucun intérêt
-2 toujours pas
-2 plus possible
-2 toujours rien
-2.2 pas possible
-2.2 rien ne
-2.2 c'était mieux
-2.2 était mieux
-2.2 burn out
-2.2 temps perdu
-2.2 plus rien
-2.2 sans arrêt
-2.2 mieux avant
-2.4 pas top
-2.4 pas fameux
-2.5 prend pour des
-2.5 dernière fois
-2.5 à revoir
-2.5 en carton
-2.5 du grand n'importe quoi
-2.5 foutage de gueule
-2.5 mauvaise surprise
-2.5 pas sérieux
-2.5 perdu * temps
-2.5 se moque
-2.5 perte d'argent
-2.5 se moquent
-2.5 mauvaise foi
-2.5 sert à rien
-2.5 plus jamais
-2.5 se fout
-2.5 ras le bol
-2.6 à fuir
-2.6 laisse * à désirer
-2.6 pas terrible
-2.8 à éviter
-2.8 perte de temps
-2.8 à la poubelle
-3 de pire en pire
`;
