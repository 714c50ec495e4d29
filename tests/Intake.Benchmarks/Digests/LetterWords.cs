namespace Intake.Benchmarks.Digests;

/// <summary>
/// What the letters of the benchmark are put together from, in one language: some hundred thousand different sentences. Parts
/// are short and there are many of each, so that two letters on one theme share words as letters do, and not whole phrases as
/// a campaign does.
/// </summary>
/// <param name="Subjects">Who is to do something, in the plural.</param>
/// <param name="Stances">With what words they are asked to, or not to.</param>
/// <param name="Verbs">What they should do with something.</param>
/// <param name="Objects">What each theme of the sample call is about, by theme; in the plural.</param>
/// <param name="Areas">Where it is to be done.</param>
/// <param name="Ends">What a sentence ends with.</param>
/// <param name="Openers">What a sentence begins with that proposes nothing.</param>
/// <param name="Remarks">And how it goes on.</param>
/// <param name="Question">How a passage refers to a question.</param>
internal sealed record LetterWords(
    string[] Subjects,
    string[] Stances,
    string[] Verbs,
    IReadOnlyDictionary<string, string[]> Objects,
    string[] Areas,
    string[] Ends,
    string[] Openers,
    string[] Remarks,
    string Question)
{
    public static IReadOnlyDictionary<string, LetterWords> Of { get; } = new Dictionary<string, LetterWords>
    {
        ["en"] = new(
            List("Governments|Member States|International organisations|Public operators|Civil society groups|Universities|Suppliers|Regional bodies|Development banks|Parliaments|Local authorities|Regulators|Ministries|Technical communities"),
            List("should|must|should not|should|could|need to"),
            List("publish|review|strengthen|fund|harmonise|simplify|evaluate|protect|extend|agree on|monitor|replace|translate|test|abolish|explain"),
            new Dictionary<string, string[]>
            {
                ["roles"] = List("stakeholder roles|accountability rules|oversight boards|operator responsibilities|oversight mandates|joint decisions|answerable offices|shared responsibilities|public registers of responsibility|complaint offices"),
                ["mechanisms"] = List("existing bodies|annual forums|international mechanisms|intergovernmental committees|mutual recognition|treaty obligations|regional coordination|international cooperation|light forums|joint secretariats"),
                ["rights"] = List("impact assessments|privacy safeguards|digital identity schemes|paper procedures|assisted counters|remedies against refusal|biometric data rules|inclusion plans|consent forms|human rights audits"),
                ["open-standards"] = List("open standards|interoperability profiles|procurement conditions|exit clauses|source code|open-source components|technical specifications|tender documents|escrow agreements|reference implementations"),
                ["financing"] = List("voluntary contributions|predictable financing|supplier levies|core budgets|donor grants|maintenance funding|regular budgets|stable travel funds|cost reports|funding windows"),
                ["capacity"] = List("capacity-building programmes|staff training|remote participation|travel support|interpretation services|training centres|technical assistance|fellowships|mentoring schemes|regional courses"),
            },
            List("for land registers|for vaccination records|for school enrolment|for pension payments|for driving licences|for birth certificates|for fishing permits|for flood warnings|for seed subsidies|for hospital referrals|for court files|for bus tickets|for tax returns|for mobile wallets|for refugee papers|for water meters|for building permits|for farm insurance|for voter rolls|for library cards|for customs forms|for student loans|for weather stations|for prison visits|for adoption files|for museum archives|for harbour fees|for police complaints|for wage slips|for cattle passports|for forest concessions|for blood banks|for road tolls|for translation memories|for emergency calls|for energy vouchers|for census data|for grave registers|for patent searches|for radio licences"),
            List("before autumn|within two years|in every region|with independent advice|together with users|urgently|under public scrutiny|nationally|in plain language|without delay|on solid evidence|with deadlines|gradually|through existing channels|each spring|after a trial"),
            List("In our experience,|Over the decade,|Reportedly,|In rural districts,|According to members,|In smaller administrations,|Last year,|For many users,|In practice,|Technically,|Across the region,|Historically,|Abroad,|Sometimes,"),
            List("are debated|remain unknown|arrived late|cost little|depend on volunteers|vary widely|raised doubts|work well|are neglected|disappoint|spread slowly|were promised|look outdated|save money|need staff|divide opinion"),
            "Question {0}: "),
        ["fr"] = new(
            List("Les gouvernements|Les États membres|Les organisations internationales|Les exploitants publics|Les associations|Les universités|Les fournisseurs|Les organismes régionaux|Les banques|Les parlements|Les collectivités locales|Les régulateurs|Les ministères"),
            List("devraient|doivent|ne devraient pas|devraient|pourraient"),
            List("publier|réexaminer|renforcer|financer|harmoniser|simplifier|évaluer|protéger|étendre|surveiller|remplacer|traduire|tester|expliquer"),
            new Dictionary<string, string[]>
            {
                ["roles"] = List("les rôles publics|les règles de responsabilité|les organes de contrôle|les obligations des exploitants|les décisions conjointes|les mandats de contrôle|les responsabilités partagées|les bureaux de plainte"),
                ["mechanisms"] = List("les instances existantes|les forums annuels|les mécanismes internationaux|les comités intergouvernementaux|les accords de reconnaissance|les coopérations internationales|les coordinations régionales"),
                ["rights"] = List("les études d'impact|les données personnelles|les identités numériques|les guichets physiques|les voies de recours|les garanties individuelles|les données biométriques|les droits humains"),
                ["open-standards"] = List("les normes ouvertes|les profils d'interopérabilité|les marchés publics|les dépôts de code|les clauses de sortie|les spécifications techniques|les logiciels libres"),
                ["financing"] = List("les contributions volontaires|les financements prévisibles|les taxes sectorielles|les budgets ordinaires|les dons des bailleurs|les fonds de maintenance|les fonds de voyage"),
                ["capacity"] = List("les capacités nationales|les formations locales|les participations à distance|les frais de voyage|les services d'interprétation|les centres régionaux|les compétences locales|les stages"),
            },
            List("pour le cadastre|pour les vaccinations|pour l'école|pour les retraites|pour la conduite|pour les naissances|pour la pêche|pour les crues|pour les semences|pour les hôpitaux|pour les tribunaux|pour les bus|pour les impôts|pour les réfugiés|pour l'eau|pour la construction|pour l'agriculture|pour les élections|pour la douane|pour les bourses|pour les musées|pour la police|pour les salaires|pour le sang|pour les péages|pour les urgences|pour le recensement|pour la radio"),
            List("avant l'automne|en deux ans|dans chaque région|avec des experts|avec les usagers|d'urgence|publiquement|au niveau national|en langage clair|sans attendre|sur preuves|avec des délais|progressivement|après essai"),
            List("Chez nous,|Depuis dix ans,|À la campagne,|D'après nos membres,|Parfois,|L'an dernier,|En pratique,|Techniquement,|Ailleurs,|Historiquement,|Souvent,"),
            List("font débat|restent inconnus|arrivent tard|coûtent peu|reposent sur des bénévoles|varient beaucoup|inquiètent|fonctionnent bien|sont négligés|déçoivent|avancent lentement|étaient promis|semblent dépassés|divisent"),
            "Question {0} : "),
        ["es"] = new(
            List("Los gobiernos|Los Estados miembros|Las organizaciones internacionales|Los operadores públicos|Las asociaciones|Las universidades|Los proveedores|Los organismos regionales|Los bancos|Los parlamentos|Las autoridades locales|Los ministerios"),
            List("deberían|deben|no deberían|deberían|podrían"),
            List("publicar|revisar|reforzar|financiar|armonizar|simplificar|evaluar|proteger|ampliar|supervisar|sustituir|traducir|probar|explicar"),
            new Dictionary<string, string[]>
            {
                ["roles"] = List("las funciones públicas|las responsabilidades compartidas|las rendiciones de cuentas|los deberes operativos|los órganos de control|las decisiones conjuntas|las oficinas de quejas"),
                ["mechanisms"] = List("los organismos existentes|los foros anuales|los mecanismos internacionales|los instrumentos intergubernamentales|las cooperaciones internacionales|las coordinaciones regionales"),
                ["rights"] = List("las evaluaciones de impacto|las garantías individuales|las identidades digitales|las ventanillas presenciales|los derechos humanos|los recursos legales|los datos biométricos"),
                ["open-standards"] = List("las normas abiertas|los perfiles de interoperabilidad|las contrataciones públicas|los códigos abiertos|las cláusulas de salida|las especificaciones técnicas"),
                ["financing"] = List("las contribuciones voluntarias|los presupuestos ordinarios|los fondos estables|las aportaciones de donantes|las tasas sectoriales|los gastos de mantenimiento"),
                ["capacity"] = List("las capacidades nacionales|las formaciones locales|los gastos de viaje|las participaciones a distancia|los centros regionales|las becas|los países en desarrollo"),
            },
            List("para el catastro|para las vacunas|para la escuela|para las pensiones|para la conducción|para los nacimientos|para la pesca|para las crecidas|para las semillas|para los tribunales|para los autobuses|para los impuestos|para los refugiados|para el agua|para las obras|para el campo|para las elecciones|para la aduana|para el estudio|para los museos|para la policía|para las nóminas|para la sangre|para los peajes|para las emergencias"),
            List("antes de otoño|en dos años|en cada región|con expertos|junto con usuarios|con urgencia|públicamente|a escala nacional|en lenguaje claro|sin demora|con plazos|gradualmente|tras una prueba"),
            List("Aquí,|Desde hace años,|En zonas rurales,|Según nuestros miembros,|A veces,|El año pasado,|En la práctica,|Técnicamente,|En otros lugares,|Históricamente,"),
            List("son debatidos|siguen ocultos|llegaron tarde|cuestan poco|dependen de voluntarios|varían mucho|plantean dudas|funcionan bien|decepcionan|avanzan despacio|fueron prometidos|parecen anticuados|dividen opiniones"),
            "Pregunta {0}: "),
    };

    private static string[] List(string parts) => parts.Split('|');
}
