//! What everyday questions of sign-up forms hold a field's word and ask for something else: language by language, each
//! between bars, as [`heading`](super::super::heading) writes it.

/// How somebody heard of the event, which asks for nothing of theirs.
pub(super) const HEARD: &str = "hear about|hear of|heard about|heard of|hear from|find out about|found out about|\
    find us|found us|learn about|learn of|learned about|learnt about|come across|came across|told you|told us|\
    referred you|referred by|recommended|introduced you|know about us|erfahren|gehort von|davon gehort|\
    von uns gehort|aufmerksam|empfohlen|woher kennst|woher kennen|entendu parler|connu|connue|connaissez vous|\
    connais tu|connaissance|appris|recommande|te enteraste|se entero|enterado|enterada|conociste|conocio|conocido|\
    conoces|nos conoces|supiste|supo|oido hablar|recomendado|recomendo|dowiedziales|dowiedzialas|dowiedziala|\
    dowiedzial|dowiedzieliscie|wiesz o|wie pan|wie pani|nas znasz|znasz|slyszales|slyszalas|polecil|polecila|\
    clywsoch|glywsoch|clywed|glywed|ddaethoch o hyd|daethoch o hyd|argymhellodd|suna|pata chala|pata chali|\
    maloom hua|bataya|o nas wiesz";

/// How a question begins that asks for no name of anything.
pub(super) const STARTS: &str = "how|why|when|what time|what day|warum|wieso|weshalb|wann|wie lange|wie viele|wie oft|\
    wie gross|wie bist|wie sind|wie hast|wie haben|pourquoi|quand|combien|comment avez|comment as|comment etes|\
    depuis|por que|cuando|cuantos|cuantas|cuanto|como te|como se entero|como supo|como conocio|como conociste|\
    como llego|dlaczego|kiedy|ile|jak dlugo|jak czesto|jak sie|pam|pryd|sut|faint|sawl|kyun|kab|kaise|kitne|kitni|\
    kitna|rate";

/// Words that leave it a question for a name all the same: `Wie heißt deine Gruppe?`, `¿Cómo se llama tu organización?`
pub(super) const NAMING: &str = "heisst|heissen|appelle|appellent|s appelle|llama|llaman|nazywa|nazwa|naam|enw|name|\
    called|nom|nombre";

/// What is asked about an organisation beside its name.
pub(super) const OF_ORGANISATIONS: &str = "people|members|names|how many|number of|size|role in|your role|position in|\
    your position|job in|stall|stand|banner|logo|website|email|e mail|phone|address|postcode|contact|sponsor|donate|\
    advertise|type of|types of|kind of|sort of|describe|description|tell us about|tell us more|speak about|\
    talk about|present about|about your|about our|about the|your organisation do|your organization do|your group do|\
    your company do|organisation does|organization does|interested in|interests you|would you like to|like to join|\
    want to join|wish to join|help with|you joined|join this|join the|join our|work for your|employees|age group|\
    age groups|working group|working groups|discussion group|discussion groups|focus group|breakout group|\
    breakout groups|ethnic group|blood group|income group|year group|tutor group|workshop group|facebook group|\
    whatsapp group|insurance|energy|phone company|mobile company|bus company|train company|gas company|\
    water company|in the company|keep you company|company with|to you|company number|charity number|\
    registration number|registered number|disability rights|art der|art des|art ihrer|art deiner|grosse der|\
    grosse des|rechtsform|branche|webseite|homepage|funktion in|rolle in|aufgabe in|mitglieder|anzahl|beschreibung|\
    beschreiben|interessiert|adresse|anschrift|sitz|telefon|uber deine|uber ihre|uber eure|macht deine|macht ihre|\
    stellung in|type d|type de|types de|taille|secteur|membres|decri|decrivez|presentez|interesse|telephone|\
    responsable|siret|parler de|que fait|statut de|tipo de|tamano|sector|sitio|pagina web|numero de|miembros|\
    descripcion|describa|direccion|telefono|interesa|hablar de|que hace|nif|cif|rodzaj|typ|wielkosc|sektor|branza|\
    strona|liczba|opis|opisz|czlonkow|nip|regon|krs|czym zajmuje|math o|math y|maint|gwefan|nifer|disgrifiad|\
    disgrifiwch|aelodau|soniwch|siarad am|beth mae|qism|kitne|baare|bare mein|taaruf|catering|emergency|next of kin|\
    gp|mother s|father s|partner s|spouse s|wife s|husband s|child s|manager s|mp s|notfall|urgence|emergencia|\
    wypadku|argyfwng|hangami|role dans|role au|kitna|kitni|nombre de membres|nombre d adherents|nombre de personnes|\
    nombre de salaries|company car|which meeting|branch meeting|union meeting|feel represented|site de|site web|\
    site internet|poste dans|poste au|poste occupe|fonction dans|fonction au|cargo en|puesto en|rol en|funcion en|\
    stanowisko w|rola w|funkcja w|rol yn|swydd yn|ohda kya|of the event|event organisation|event organization|\
    event host|event company|organisation id|organization id|company id|der veranstaltung|organisation veranstaltung|\
    veranstaltung organisation|de l evenement|del evento|wydarzenia|y digwyddiad|organizacion id|organizacji id";

/// How a heading about an organisation ends that asks for something of it.
pub(super) const ENDS_OF_ORGANISATIONS: &str = "type|types|size|sector|category|industry|number|code|budget|income|\
    turnover|mission|aims|purpose|status|profile|description|typ|grosse|branche|beschreibung";

/// What somebody does with food that is not what they eat.
pub(super) const WITH_FOOD: &str = "bring|bringing|share|serve|serving|cook|cooking|coming to|come to|stay for|\
    staying for|join|joining|attend|attending|contribute|donate|bank|banks|help|volunteer|prepare|how was|sit with|\
    sit at|sit next|justice|poverty|waste|security|insecurity|sovereignty|project|projects|co op|mitbringen|kochen|\
    beitragen|helfen|apporter|cuisiner|aider|partager|banque|traer|cocinar|ayudar|compartir|banco|przyniesc|gotowac|\
    pomoc|dod a|coginio|helpu|banc|lana|layenge|pakana";

/// Words that leave no doubt that it is what they eat.
pub(super) const EATEN: &str = "diet|dietary|allergy|allergies|vegan|vegetarian|veggie|halal|kosher|gluten|\
    intolerances|ernahrung|allergien|allergie|alimentaire|alimentaires|dieta|alergias|alergia|alergie|diety|\
    dietegol|deietegol|parhez";

/// What has to do with food and is not eaten, whatever else is said.
pub(super) const NOT_EATEN: &str = "hygiene|certificate|certificates|certified|feedback|rate|rating|price|prices|cost|\
    costs|budget|stall|stalls|truck|trucks|van|supplier|suppliers|parcel|parcels|training|trained|catering company|\
    catering business|number of meals|number of lunches|last year|satisfied|satisfaction|zertifikat|preis|kosten|\
    bewertung|zufrieden|schulung|stand|certificat|prix|cout|formation|satisfait|satisfaits|avis|certificado|precio|\
    costo|coste|valoracion|formacion|higiene|certyfikat|cena|koszt|szkolenie|ocena|higiena|higieny|tystysgrif|pris|\
    hylendid|hyfforddiant|adborth|qeemat|sanad|raaye|banque alimentaire|atelier alimentaire|aide alimentaire|\
    included|meal deal|society|coke";

/// How a heading about food ends that asks when or where or how much of it there is.
pub(super) const ENDS_OF_FOOD: &str = "time|times|number|count|table|seat|seats|group|network|club|company|business|\
    shop|industry|worker|workers|zeit|uhrzeit|anzahl|tisch|heure|hora|godzina|amser";

/// What of an event speaks of something, as in `Vegan talk`, unless it is one that somebody has something for.
pub(super) const SESSIONS: &str = "talk|talks|workshop|workshops|session|sessions|panel|seminar|webinar|course|\
    discussion|stream";

/// Words before them that only say at which one: `Dietary needs for the workshop`.
pub(super) const BEFORE_SESSIONS: &str = "the|this|that|our|your|a|an|for|at|of|in|during|each|every|all|any|and|or|\
    day|days|long|evening|morning|afternoon|main|full|half|whole|first|second|third|1|2|3|monday|tuesday|wednesday|\
    thursday|friday|saturday|sunday|pre|post|hour|weekend|der|die|das|den|dem|zum|beim|im|l|le|la|les|un|une|au|el|\
    los|las|una|al|na|w|y|yr|r";

/// What has to do with access and is no need of somebody's.
pub(super) const NO_NEEDS: &str = "feedback|rate|rating|how accessible|last year|last event|trainer|training|financial|\
    finance|travel assistance|can you offer|able to offer|offering|rights|allowance|discrimination|hate|audit|\
    policy|do you work|can you help|like to help|experience of|experience with|basketball|rugby|sports|\
    in your organisation|satisfied|card number|finanzielle|finanziell|anbieten|aufbau|abbau|mithilfe|spende|rechte|\
    schulung|bewertung|letztes jahr|financiere|financier|formation|droits|avis|hebergement|voiture|velo|urbaine|\
    durable|financiera|economica|formacion|derechos|ofrecer|urbana|sostenible|finansowa|finansowe|szkolenie|prawa|\
    zaoferowac|ariannol|hyfforddiant|hawliau|cynnig|adborth|maali|madad kar|madad karna|madad karenge|huqooq|taleem|\
    hotel accommodations|accommodations booked|access code|disability campaign|disability benefit|\
    disability benefits|volunteer as|are you an accessibility|are you an access|are you a bsl|are you a sign|\
    are you a disability|how was the|disability confident|hire price|prices";

/// How a heading about access ends that asks for something else.
pub(super) const ENDS_OF_ACCESS: &str = "code|level|link|time|date|training|trainer|card|token|group|organisation|\
    organization|network|officer|statement|score|project|charity|forum|studies|awareness";

/// What has an area that is no place.
pub(super) const NO_PLACES: &str = "of work|of interest|of interests|of expertise|of study|of law|of responsibility|\
    of practice|of focus|area of|work area|do you work in|subject|town hall|workshop|workshops|interest|interests|\
    interested|interests you|live with|live alone|live in a|type of|kind of|kind of housing|help in|help with|\
    like to help|volunteer|volunteering|issues|issue|problem|problems|do you like|do you love|connection to|\
    relationship to|council meeting|councillor|councillors|mp|mps|msp|manager|organiser|organizer|secretary|parking|\
    seating|area code|area rep|plant based|faith based|web based|evidence based|community based|based on|\
    based organisation|birth|born|birthplace|birth town|constituency campaign|campaign in|geburt|geboren|\
    geburtsstadt|themenbereich|interessiert|interesse|stadtrat|stadtverwaltung|naissance|ne a|nee a|natale|\
    interesses|interets|hotel de ville|mairie|conseil|preferee|en commun|logement|nacimiento|nacio|naciste|natal|\
    interes|intereses|interesa|permiso|ayuntamiento|preferida|urodzenia|urodzil|urodziles|urodzilas|zainteresowan|\
    interesuje|interesuja|geni|eni|diddordeb|cyngor|ganwyd|ganwyd chi|paidaish|paida|dilchaspi|should host|\
    should the|should we hold|should we meet|should be|should our|emergency|next of kin|gp|mother s|father s|\
    partner s|spouse s|wife s|husband s|child s|manager s|mp s|notfall|urgence|emergencia|wypadku|argyfwng|hangami|\
    lottery";

/// What has a place of its own, where a heading begins or ends with it: `Venue postcode`, `Ville de l'événement`.
pub(super) const WITH_A_PLACE: &str = "venue|event|conference|meeting|hotel|company|organisation|organization|employer|\
    school|college|hall|veranstaltung|veranstaltungsort|tagung|konferenz|firma|schule|arbeitgebers|evenement|salle|\
    hebergement|entreprise|societe|ecole|evento|conferencia|sede|lugar del evento|empresa|organizacion|escuela|\
    wydarzenia|konferencji|spotkania|firmy|organizacji|szkoly|digwyddiad|gynhadledd|lleoliad|cwmni|sefydliad|ysgol|\
    taqreeb|daftar";

/// Words that leave it the place of whoever comes: `Town you travel from to the event`.
pub(super) const OWN_PLACE: &str = "from|live|lives|your|you|home|travel|travelling|traveling|transport|for|to|arrange|\
    and|or|wohnst|wohnen|kommst|kommen|deine|ihre|dein|ihr|votre|vos|ta|ton|venez|habitez|tu|su|vienes|vives|skad|\
    twoje|twoja|mieszkasz|eich|dod|byw|aap|ap|rehte|kahan";

/// What is asked of a ticket beside which it is.
pub(super) const OF_TICKETS: &str = "price|prices|cost|quantity|number of|how many|colour|color|total|paid|sold|\
    discount|preis|anzahl|prix|montant|precio|cantidad|importe|cena|ilosc|liczba|kwota|pris|nifer|qeemat|kitne|\
    nombre de billets|nombre de places";

/// What makes a name or number another than that of whoever comes today.
pub(super) const FORMERLY: &str = "at birth|birth name|former|formerly|previous|previously|geburtsname|fruherer|fruher|\
    de jeune fille|de naissance|de soltera|de nacimiento|rodowe|panienskie|cyn priodi|genedigol";
