/*
 * Insults and words too coarse for a screen nobody has read first, French then English. Written folded (lower
 * case, no accent, apostrophes and hyphens as spaces), matched as whole words or whole phrases; a plural in -s is
 * understood. The list is needed to recognise such words and is meant for no other use.
 * Words with a common other meaning stand inside a phrase only: "con" is "with" in Spanish and Italian.
 */

const FRENCH =
  'connard,connarde,connasse,conne,connerie,conneries,salaud,salope,saloperie,encule,enculee,enfoire,enfoiree,' +
  'pute,putain,fils de pute,fdp,ntm,nique ta mere,niquer,merde,merdique,emmerdeur,emmerdeuse,abruti,abrutie,cretin,' +
  'cretine,debile,imbecile,idiot,idiote,bouffon,bouffonne,batard,batarde,petasse,pouffiasse,poufiasse,grognasse,' +
  'trou du cul,trouduc,pd,pede,tarlouze,gouine,negre,negresse,bougnoule,bicot,youpin,youpine,chinetoque,sale arabe,' +
  'sale noir,sale juif,sale blanc,raclure,espece d ordure,sous merde,tocard,gros mongol,mongolien,mongolienne,gogol,' +
  'ta gueule,vos gueules,ferme la,va te faire,allez vous faire,casse couilles,couilles,fait chier,faire chier,' +
  'fais chier,sac a merde,clochard,bande de nuls,bande de nazes,bande d incapables,grosse vache,vieille peau';

/** Before "con" or "cons" these make it the insult. */
const BEFORE_CON =
  'un,le,les,ces,des,quel,quels,gros,sale,sales,petit,petits,pauvre,vieux,trop,si,est,sont,etes,tres,vraiment,bande de,' +
  'tellement,aussi,plus,jeune,ce,t es,prend pour des,roi des';

const ENGLISH =
  'asshole,arsehole,bastard,bitch,bitches,fuck,fucks,fucked,fucking,fucker,motherfucker,bullshit,shit,shitty,moron,' +
  'dickhead,cunt,wanker,tosser,twat,retarded,slut,whore,faggot,nigger,nigga,paki,scumbag,douchebag,son of a bitch,' +
  'piece of shit,idiots,imbeciles,jackass,dumbass,pillock,knobhead,go to hell,shut up';

export const INSULTS = [
  ...`${FRENCH},${ENGLISH}`.split(','),
  ...BEFORE_CON.split(',').flatMap((before) => [`${before} con`, `${before} cons`])
];

/** Phrases that hold one of the words above and insult nobody. */
export const INSULT_INNOCENT = 'con carne,pain batard,pains batards,baguette batarde,pros and cons'.split(
  ','
);
