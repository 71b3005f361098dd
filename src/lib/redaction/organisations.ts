import { phraseIndex } from './words';

/*
 * Names of shops, brands, services and places that must stay readable, written folded (lower case, no accent,
 * apostrophes and hyphens as spaces). SURNAMES are brands that are family names as well: after a civility they
 * are people ("Mme Leclerc"), after a job they are brands ("le vendeur Leclerc"). GENERIC words begin the name
 * of a business: no name of a person goes past them.
 */

const CIVILITY_BRANDS =
  'mr bricolage,monsieur bricolage,m bricolage,monsieur meuble,mr propre,monsieur propre,monsieur store,mr minute,' +
  'madame figaro,madame tussauds,dr martens,dr pepper,dr oetker,dr hauschka,dr pierre ricaud,docteur renaud,' +
  'docteur it,mr good deal,miss dior,miss france,miss universe,mr beast,mr coffee,dr jart,mr muscle,mr sheen,mrs meyers';

const BRANDS =
  'carrefour,carrefour market,carrefour city,carrefour express,auchan,leroy merlin,castorama,brico depot,bricomarche,' +
  'intermarche,monoprix,franprix,lidl,aldi,super u,hyper u,picard,spar,vival,biocoop,naturalia,' +
  'grand frais,fnac,fnac darty,darty,ikea,but,conforama,decathlon,intersport,go sport,zara,kiabi,celio,' +
  'galeries lafayette,printemps,sephora,nocibe,yves rocher,marionnaud,krys,afflelou,alain afflelou,optic 2000,' +
  'jardiland,truffaut,gamm vert,botanic,maisons du monde,la redoute,cdiscount,vinted,veepee,amazon,amazon prime,' +
  'ebay,aliexpress,temu,shein,zalando,leboncoin,airbnb,booking,uber,uber eats,deliveroo,just eat,bolt,blablacar,' +
  'sncf,ratp,tgv,ouigo,eurostar,air france,transavia,easyjet,ryanair,lufthansa,free,orange,sfr,bouygues,' +
  'bouygues telecom,sosh,red by sfr,la poste,colissimo,chronopost,mondial relay,relais colis,dhl,ups,fedex,dpd,gls,' +
  'edf,engie,veolia,total,totalenergies,bnp,bnp paribas,societe generale,credit agricole,credit mutuel,lcl,cic,' +
  'caisse d epargne,banque populaire,la banque postale,boursorama,boursobank,fortuneo,hello bank,revolut,n26,' +
  'axa,maif,macif,matmut,maaf,gmf,allianz,groupama,generali,mma,doctolib,ameli,caf,pole emploi,' +
  'france travail,urssaf,mcdonald s,mcdonald,mcdo,burger king,kfc,quick,starbucks,subway,domino s,pizza hut,' +
  'accor,ibis,novotel,mercure,sofitel,kyriad,campanile,hilton,marriott,club med,center parcs,pierre et vacances,' +
  'norauto,feu vert,midas,speedy,volkswagen,bmw,toyota,tesla,dacia,apple,google,microsoft,samsung,huawei,' +
  'xiaomi,sony,nintendo,playstation,xbox,whatsapp,facebook,instagram,messenger,twitter,tiktok,youtube,netflix,' +
  'spotify,deezer,disney,canal,paypal,visa,mastercard,garmin,garmin connect,fitbit,strava,google play,play store,' +
  'app store,tesco,sainsbury s,asda,morrisons,waitrose,marks and spencer,john lewis,argos,boots,b and q,walmart,' +
  'target,costco,best buy,home depot,whole foods,royal mail,evri,vodafone,ee,o2,bt,virgin media,sky,' +
  'british airways,hsbc,lloyds,natwest,monzo,chrome,windows,android,iphone,siri,alexa,' +
  'centre commercial,service client,service clients,service commercial,espace client,customer service,google assistant';

const SURNAMES =
  'leclerc,e leclerc,boulanger,renault,peugeot,citroen,chanel,dior,lacoste,michelin,cartier,hermes,lancome,' +
  'guerlain,rossignol,moulinex,fauchon,laduree,lenotre,armand thiery,caroll,saint maclou,' +
  'schmidt,mercedes,porsche,philips,bosch,siemens,levi s,lipton,ford,lewis,halifax,barclays';

export const GENERIC = new Set(
  (
    'maison boulangerie patisserie restaurant brasserie bistrot cafe hotel auberge chez garage pharmacie clinique ' +
    'hopital cabinet groupe societe ets etablissements galerie galeries agence magasin boutique centre ecole mairie ' +
    'gare rue avenue boulevard place banque assurance assurances transports supermarche station camping club ' +
    'shop store bank school hospital street road company group ltd inc sarl sas'
  ).split(' ')
);

/** Organisations by their words; the value tells whether the name is a family name as well. */
export const ORGANISATIONS = phraseIndex<boolean>([
  ...listed(BRANDS, false),
  ...listed(CIVILITY_BRANDS, false),
  ...listed(SURNAMES, true)
]);

function listed(names: string, surname: boolean): (readonly [string, boolean])[] {
  return names.split(',').map((name) => [name, surname] as const);
}
