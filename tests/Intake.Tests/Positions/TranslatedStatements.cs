namespace Intake.Tests.Positions;

/// <summary>The same proposals as people put them in several languages, for and against; written for this, before the
/// concepts were. Those marked <c>~</c> were not looked at while the concepts and the thresholds were worked on.</summary>
internal static class TranslatedStatements
{
    public static IReadOnlyList<Translated> All { get; } =
    [
        .. Lines.Split('\n').Select(line => line.Split('|'))
            .Select(parts => new Translated(parts[0], parts[1].Trim('~'), parts[1][0] == '~', parts[2], parts[3] == "+", parts[4])),
    ];

    internal sealed record Translated(string Theme, string Proposal, bool HeldOut, string Language, bool Supports, string Text);

    private const string Lines = """
        mechanism|new|en|-|No new international mechanism is needed at this stage.
        mechanism|new|ru|-|Мы считаем, что создавать ещё один международный механизм не следует.
        mechanism|new|zh|-|没有必要再设立一个新的国际机制。
        mechanism|new|pt|-|Somos contra a criação de um novo mecanismo internacional.
        mechanism|new|fr|+|Un nouveau mécanisme international est nécessaire, car aucune instance n'examine l'ensemble.
        mechanism|~coordination|en|+|Existing bodies should coordinate better and avoid duplication of work.
        mechanism|~coordination|es|+|Los organismos existentes deberían coordinarse mejor y evitar duplicaciones.
        mechanism|~coordination|de|+|Die bestehenden Gremien sollten sich besser abstimmen und Doppelarbeit vermeiden.
        mechanism|~coordination|ar|+|ينبغي للهيئات القائمة أن تعزز التنسيق فيما بينها وأن تتجنب الازدواجية.
        mechanism|treaty|en|+|States must negotiate a binding treaty on digital public infrastructure.
        mechanism|treaty|fr|-|Nous nous opposons à la négociation d'un traité juridiquement contraignant.
        mechanism|treaty|es|+|Los Estados deberían negociar un tratado jurídicamente vinculante sobre la infraestructura pública digital.
        mechanism|treaty|ru|-|Мы выступаем против обязательного договора между государствами в этой области.
        mechanism|treaty|ar|+|ينبغي للدول أن تتفاوض على معاهدة ملزمة بشأن البنية التحتية الرقمية.
        mechanism|~review|en|+|Any arrangement should be reviewed after five years by independent experts.
        mechanism|~review|zh|+|任何安排都应当在五年后由独立专家进行审查。
        mechanism|~review|pt|+|Qualquer arranjo deve ser revisto por peritos independentes ao fim de cinco anos.
        mechanism|~review|de|+|Jede Regelung sollte nach fünf Jahren von unabhängigen Sachverständigen überprüft werden.
        mechanism|forum|en|+|We would support an annual forum with a small secretariat, open to all stakeholders.
        mechanism|forum|es|+|Proponemos un foro anual, abierto a todas las partes interesadas y con una secretaría reducida.
        mechanism|forum|zh|+|我们支持举办年度论坛，向所有利益攸关方开放，并设立小型秘书处。
        mechanism|forum|ar|-|لا نؤيد عقد منتدى سنوي جديد مفتوح لجميع أصحاب المصلحة.
        financing|voluntary|en|+|International cooperation should be financed by voluntary contributions.
        financing|voluntary|zh|+|国际合作的经费应当主要来自自愿捐款。
        financing|voluntary|pt|+|A cooperação internacional deve ser financiada por contribuições voluntárias.
        financing|voluntary|ar|-|لا ينبغي تمويل التعاون الدولي من التبرعات وحدها.
        financing|~regular|en|+|Core funding should come from the regular budget of the United Nations.
        financing|~regular|fr|+|Le financement de base devrait être inscrit au budget ordinaire des Nations Unies.
        financing|~regular|ru|+|Основное финансирование следует обеспечивать из регулярного бюджета Организации Объединённых Наций.
        financing|~regular|es|-|Nos oponemos a que el presupuesto ordinario de las Naciones Unidas cubra la financiación básica.
        financing|~regular|de|+|Die Grundfinanzierung muss aus dem ordentlichen Haushalt der Vereinten Nationen kommen.
        financing|levy|en|-|We oppose a levy on suppliers, because small companies would pay most.
        financing|levy|pt|-|Rejeitamos uma taxa sobre os fornecedores, que pesaria mais sobre as pequenas empresas.
        financing|levy|zh|-|我们反对向供应商征税，因为小企业的负担最重。
        financing|levy|ru|+|Следует ввести сбор с поставщиков цифровых систем.
        financing|levy|de|+|Von den Anbietern sollte eine Abgabe erhoben werden.
        financing|~travel|en|+|The travel costs of participants from developing countries should be covered by a fund.
        financing|~travel|fr|+|Un fonds devrait prendre en charge les frais de voyage des participants des pays en développement.
        financing|~travel|ar|+|ينبغي إنشاء صندوق لتغطية نفقات سفر المشاركين من البلدان النامية.
        financing|~travel|es|+|Los gastos de viaje de los delegados de países en desarrollo deben pagarse con un fondo estable.
        financing|publish|en|+|The names of all donors and the amounts they give should be published every year.
        financing|publish|ru|+|Имена доноров и суммы их взносов следует ежегодно публиковать.
        financing|publish|fr|+|Il convient de publier chaque année la liste des donateurs et le montant de leurs contributions.
        financing|publish|zh|+|应当每年公布捐助方名单和捐款数额。
        participation|~remote|en|+|Remote participants should have the right to speak on an equal footing.
        participation|~remote|es|+|Quienes participan a distancia deben poder tomar la palabra en pie de igualdad.
        participation|~remote|ru|+|Дистанционные участники должны иметь право выступать на равных условиях.
        participation|~remote|zh|+|远程与会者应当享有平等的发言权。
        participation|languages|en|+|Interpretation into the six official languages must be provided at all meetings.
        participation|languages|fr|+|L'interprétation dans les six langues officielles doit être assurée lors de toutes les réunions.
        participation|languages|ar|+|يجب توفير الترجمة الشفوية إلى اللغات الرسمية الست في جميع الاجتماعات.
        participation|languages|de|-|Wir lehnen es ab, in allen Sitzungen in sechs Amtssprachen zu dolmetschen.
        participation|~indigenous|en|+|Indigenous peoples should be consulted before decisions that affect their lands.
        participation|~indigenous|es|+|Debe consultarse a los pueblos indígenas antes de tomar decisiones que afecten a sus tierras.
        participation|~indigenous|pt|+|Os povos indígenas devem ser consultados antes de qualquer decisão que afete as suas terras.
        participation|~indigenous|ru|+|С коренными народами необходимо консультироваться до принятия решений, затрагивающих их земли.
        participation|youth|en|+|Young people should have reserved seats in the advisory committee.
        participation|youth|fr|+|Des sièges devraient être réservés aux jeunes au sein du comité consultatif.
        participation|youth|zh|+|应当在咨询委员会中为青年保留席位。
        participation|youth|ar|+|ينبغي تخصيص مقاعد للشباب في اللجنة الاستشارية.
        participation|~civil|en|+|Civil society organisations must be able to take part in decisions, not only observe.
        participation|~civil|de|+|Organisationen der Zivilgesellschaft müssen mitentscheiden können und nicht nur beobachten.
        participation|~civil|fr|+|Les organisations de la société civile doivent participer aux décisions, et non seulement observer.
        participation|~civil|pt|+|As organizações da sociedade civil devem participar das decisões e não apenas observar.
        safeguards|paper|en|+|A paper procedure and a counter with staff must remain available free of charge.
        safeguards|paper|fr|+|Un guichet physique et une procédure papier doivent être maintenus gratuitement.
        safeguards|paper|es|+|Debe mantenerse una ventanilla presencial gratuita y un procedimiento en papel.
        safeguards|paper|zh|+|应当免费保留人工窗口和纸质办理方式。
        safeguards|~impact|en|+|A human rights impact assessment should be published before any system is put into service.
        safeguards|~impact|fr|+|Une étude d'impact sur les droits humains devrait être publiée avant la mise en service de tout système.
        safeguards|~impact|de|+|Vor der Einführung eines Systems sollte eine Folgenabschätzung zu den Menschenrechten veröffentlicht werden.
        safeguards|~impact|pt|+|Uma avaliação de impacto em direitos humanos deve ser publicada antes da entrada em funcionamento de qualquer sistema.
        safeguards|appeal|en|+|Every automated refusal must state its reasons and be open to appeal before a human official.
        safeguards|appeal|es|+|Toda denegación automatizada debe estar motivada y poder recurrirse ante un funcionario.
        safeguards|appeal|ru|+|Каждый автоматизированный отказ должен быть обоснован, и его можно обжаловать у должностного лица.
        safeguards|appeal|ar|+|يجب أن يكون كل رفض آلي مسببا وقابلا للطعن أمام موظف.
        safeguards|~authority|en|+|Personal data must be supervised by an independent data protection authority.
        safeguards|~authority|zh|+|个人数据必须由独立的数据保护机构监督。
        safeguards|~authority|de|+|Personenbezogene Daten müssen von einer unabhängigen Datenschutzbehörde überwacht werden.
        safeguards|~authority|es|+|Los datos personales deben ser supervisados por una autoridad de protección de datos independiente.
        safeguards|biometric|en|-|We oppose mandatory collection of biometric data for access to public services.
        safeguards|biometric|fr|-|Nous rejetons la collecte obligatoire de données biométriques pour l'accès aux services publics.
        safeguards|biometric|ar|-|نرفض الجمع الإلزامي للبيانات البيومترية من أجل الحصول على الخدمات العامة.
        safeguards|biometric|ru|-|Мы возражаем против обязательного сбора биометрических данных для получения государственных услуг.
        openness|~standards|en|+|Public procurement must require open standards and interoperability.
        openness|~standards|pt|+|As compras públicas devem exigir padrões abertos e interoperabilidade.
        openness|~standards|de|+|Bei öffentlichen Ausschreibungen müssen offene Standards und Interoperabilität verlangt werden.
        openness|~standards|ru|+|При государственных закупках необходимо применять открытые стандарты и обеспечивать совместимость.
        openness|source|en|+|Software paid for with public money should be published as open source.
        openness|source|fr|+|Les logiciels financés par l'argent public devraient être publiés en code source ouvert.
        openness|source|es|+|El código pagado con fondos públicos debería publicarse como código abierto.
        openness|source|zh|-|我们不赞成强制公开用公共资金开发的软件的源代码。
        openness|~exit|en|+|Contracts should allow the State to change supplier without losing its data.
        openness|~exit|es|+|Los contratos deberían permitir al Estado cambiar de proveedor sin perder sus datos.
        openness|~exit|ar|+|ينبغي أن تتيح العقود للدولة تغيير المورد دون فقدان بياناتها.
        openness|~exit|fr|+|Les contrats devraient permettre à l'État de changer de fournisseur sans perdre ses données.
        openness|outage|en|+|Suppliers must report security incidents and outages within three days.
        openness|outage|de|+|Anbieter müssen Sicherheitsvorfälle und Ausfälle innerhalb von drei Tagen melden.
        openness|outage|ru|+|Поставщики обязаны сообщать о сбоях и инцидентах безопасности в течение трёх дней.
        openness|outage|pt|+|Os fornecedores devem comunicar incidentes de segurança e falhas no prazo de três dias.
        openness|~local|en|+|Contracts should be divided into smaller lots so that local companies can bid.
        openness|~local|pt|+|Os contratos devem ser divididos em lotes menores para que empresas locais possam concorrer.
        openness|~local|zh|+|合同应当拆分为较小的标段，让本地企业能够投标。
        capacity|maintenance|en|+|Donors should finance maintenance and local staff, not only construction.
        capacity|maintenance|fr|+|Les bailleurs devraient financer la maintenance et le personnel local, et pas seulement la construction.
        capacity|maintenance|ru|+|Донорам следует финансировать обслуживание систем и местный персонал, а не только строительство.
        capacity|maintenance|ar|+|ينبغي للجهات المانحة أن تمول الصيانة والموظفين المحليين، لا البناء فقط.
        capacity|~transfer|en|+|Technology should be transferred to least developed countries on fair terms.
        capacity|~transfer|zh|+|应当以公平条件向最不发达国家转让技术。
        capacity|~transfer|fr|+|Le transfert de technologie vers les pays les moins avancés devrait se faire à des conditions équitables.
        capacity|~transfer|es|+|La tecnología debería transferirse a los países menos adelantados en condiciones justas.
        capacity|teachers|en|+|Teachers must be trained in digital skills, and schools in rural areas must be connected.
        capacity|teachers|pt|+|Os professores devem receber formação em competências digitais e as escolas rurais devem ser conectadas.
        capacity|teachers|de|+|Lehrkräfte müssen in digitalen Kompetenzen geschult und Schulen auf dem Land angeschlossen werden.
        capacity|teachers|zh|+|必须对教师进行数字技能培训，并为农村学校接通网络。
        capacity|~broadband|en|+|Governments should invest in affordable broadband for remote and island communities.
        capacity|~broadband|ar|+|ينبغي للحكومات أن تستثمر في نطاق عريض ميسور التكلفة للمجتمعات النائية والجزرية.
        capacity|~broadband|ru|+|Правительствам следует вкладывать средства в доступную широкополосную связь для отдалённых и островных общин.
        capacity|~broadband|fr|+|Les gouvernements devraient investir dans le haut débit à un prix abordable pour les communautés isolées et insulaires.
        capacity|universities|en|+|Universities in developing countries should receive long-term scholarships and research grants.
        capacity|universities|es|+|Las universidades de los países en desarrollo deberían recibir becas y subvenciones de investigación a largo plazo.
        capacity|universities|zh|+|发展中国家的大学应当获得长期奖学金和科研资助。
        capacity|universities|de|+|Hochschulen in Entwicklungsländern sollten langfristige Stipendien und Forschungsmittel erhalten.
        ai|~ban|en|+|Facial recognition by the police in public places should be prohibited.
        ai|~ban|de|+|Die Gesichtserkennung durch die Polizei an öffentlichen Orten sollte verboten werden.
        ai|~ban|fr|+|La reconnaissance faciale par la police dans les lieux publics devrait être interdite.
        ai|~ban|zh|+|应当禁止警方在公共场所使用人脸识别。
        ai|label|en|+|Content generated by artificial intelligence should be labelled during elections.
        ai|label|es|+|Los contenidos generados por inteligencia artificial deberían etiquetarse durante las elecciones.
        ai|label|ru|+|Материалы, созданные искусственным интеллектом, следует маркировать в период выборов.
        ai|label|pt|+|O conteúdo gerado por inteligência artificial deve ser rotulado durante as eleições.
        ai|~audit|en|+|High-risk algorithms must be audited every year by an independent body.
        ai|~audit|ar|+|يجب أن تدقق هيئة مستقلة سنويا في الخوارزميات العالية الخطورة.
        ai|~audit|fr|+|Les algorithmes à haut risque doivent faire l'objet d'un audit annuel par un organisme indépendant.
        ai|~audit|de|+|Hochriskante Algorithmen müssen jährlich von einer unabhängigen Stelle geprüft werden.
        ai|workers|en|+|Workers should be informed when algorithms are used to hire or dismiss them.
        ai|workers|pt|+|Os trabalhadores devem ser informados quando algoritmos são usados para contratar ou demitir.
        ai|workers|zh|+|企业使用算法招聘或解雇员工时，应当告知劳动者。
        ai|workers|ru|+|Работников следует уведомлять, когда алгоритмы используются при найме или увольнении.
        ai|~children|en|+|Platforms must protect children from harmful content and targeted advertising.
        ai|~children|es|+|Las plataformas deben proteger a los niños de los contenidos nocivos y de la publicidad dirigida.
        ai|~children|ar|+|يجب على المنصات أن تحمي الأطفال من المحتوى الضار والإعلانات الموجهة.
        ai|~children|zh|+|平台必须保护儿童免受有害内容和定向广告的侵害。
        environment|emissions|en|+|Data centres should reduce their emissions and use renewable energy.
        environment|emissions|fr|+|Les centres de données devraient réduire leurs émissions et utiliser des énergies renouvelables.
        environment|emissions|de|+|Rechenzentren sollten ihre Emissionen senken und erneuerbare Energien nutzen.
        environment|emissions|ar|+|ينبغي لمراكز البيانات أن تخفض انبعاثاتها وأن تستخدم الطاقة المتجددة.
        environment|~waste|en|+|Exports of electronic waste to poor countries must be prohibited.
        environment|~waste|zh|+|必须禁止向贫穷国家出口电子废物。
        environment|~waste|es|+|Debe prohibirse la exportación de residuos electrónicos a los países pobres.
        environment|~waste|ru|+|Необходимо запретить вывоз электронных отходов в бедные страны.
        environment|water|en|+|Mining companies should pay for the pollution of rivers and drinking water.
        environment|water|es|+|Las empresas mineras deberían pagar por la contaminación de los ríos y del agua potable.
        environment|water|pt|+|As empresas de mineração devem pagar pela poluição dos rios e da água potável.
        environment|water|ru|+|Горнодобывающие компании должны платить за загрязнение рек и питьевой воды.
        environment|~farmers|en|+|Small farmers need early warning of drought and insurance against crop losses.
        environment|~farmers|fr|+|Les petits agriculteurs ont besoin d'alertes précoces à la sécheresse et d'une assurance contre la perte des récoltes.
        environment|~farmers|ar|+|يحتاج صغار المزارعين إلى إنذار مبكر بالجفاف وإلى تأمين ضد خسائر المحاصيل.
        environment|~farmers|de|+|Kleinbauern brauchen Frühwarnungen vor Dürre und eine Versicherung gegen Ernteausfälle.
        environment|repair|en|+|Consumers should have a right to repair their devices and to obtain spare parts.
        environment|repair|de|+|Verbraucher sollten ein Recht auf Reparatur ihrer Geräte und auf Ersatzteile haben.
        environment|repair|pt|+|Os consumidores devem ter direito a reparar os seus aparelhos e a obter peças de reposição.
        environment|repair|zh|+|消费者应当有权维修自己的设备并获得零部件。
        """;
}
