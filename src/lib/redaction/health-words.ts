/*
 * Words that say something about someone's health, French then English. Written folded (lower case, no accent,
 * apostrophes and hyphens as spaces), matched as whole words or whole phrases; a plural in -s is understood.
 * Words with a common other meaning stand inside a phrase only: "enceinte" is a loudspeaker too, "avc" is how "avec" is texted, "disabled" a
 * switched-off setting, "sick of" no illness.
 */

const FRENCH =
  'malade,maladie,maladies,cancer,cancereux,cancereuse,tumeur,leucemie,metastase,chimiotherapie,chimio,radiotherapie,' +
  'diabete,diabetique,asthme,asthmatique,epilepsie,epileptique,sclerose en plaques,sclerose,alzheimer,parkinson,' +
  'un avc,l avc,d avc,son avc,mon avc,infarctus,crise cardiaque,insuffisance cardiaque,pacemaker,dialyse,cirrhose,hepatite,vih,sida,seropositif,' +
  'seropositive,covid,tuberculose,endometriose,fibromyalgie,maladie de crohn,coeliaque,allergie,allergique,' +
  'intolerante au gluten,intolerant au gluten,intolerante au lactose,intolerant au lactose,choc anaphylactique,' +
  'handicap,handicape,handicapee,invalidite,fauteuil roulant,malvoyant,malvoyante,malentendant,malentendante,' +
  'tetraplegique,paraplegique,autisme,autiste,trisomie,trisomique,dyslexique,tdah,depression,depressif,depressive,' +
  'burn out,burnout,bipolaire,schizophrene,schizophrenie,anorexie,anorexique,boulimie,boulimique,suicide,suicidaire,' +
  'antidepresseur,anxiolytique,psychiatre,psychiatrie,psychiatrique,operee de,opere de,me faire operer,a l hopital,sort de l hopital,sorti de l hopital,sortie de l hopital,' +
  'sortie d hopital,hospitalise,hospitalisee,hospitalisation,' +
  'arret maladie,conge maladie,arret de travail,accident du travail,mi temps therapeutique,' +
  'je suis enceinte,suis enceinte,est enceinte,etait enceinte,etais enceinte,femme enceinte,femmes enceintes,' +
  'tombee enceinte,enceinte de,grossesse,fausse couche,avortement,ivg,fiv,menopause,accouchement,' +
  'alcoolique,alcoolisme,toxicomane,toxicomanie,cure de desintoxication,malaise cardiaque,embolie,septicemie';

const ENGLISH =
  'illness,illnesses,disease,tumor,tumour,leukemia,leukaemia,chemotherapy,chemo,diabetes,diabetic,asthma,asthmatic,' +
  'epilepsy,epileptic,multiple sclerosis,heart attack,heart failure,had a stroke,heart condition,hepatitis,hiv,' +
  'tuberculosis,coeliac,celiac,allergic,allergy,allergies,anaphylactic shock,wheelchair,disability,disabilities,' +
  'disabled person,disabled people,disabled customer,disabled customers,disabled daughter,disabled son,disabled mother,' +
  'disabled father,disabled child,i am disabled,i m disabled,is disabled and,am disabled,registered disabled,' +
  'visually impaired,hearing impaired,autism,autistic,dyslexic,adhd,depressed,mental health,mental illness,bipolar,' +
  'surgery,in hospital,in the hospital,to hospital,schizophrenia,schizophrenic,anorexic,bulimic,suicidal,antidepressant,psychiatric,psychiatrist,hospitalised,' +
  'hospitalized,sick leave,off sick,pregnant,pregnancy,miscarriage,abortion,dementia,alcoholic,alcoholism,sepsis';

export const HEALTH = `${FRENCH},${ENGLISH}`.split(',');

/** Phrases that hold one of the words above and say nothing of health. */
export const HEALTH_INNOCENT =
  'cancer du zodiaque,signe cancer,non alcoolique,sans alcool,non alcoholic'.split(',');
