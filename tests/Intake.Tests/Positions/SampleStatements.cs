namespace Intake.Tests.Positions;

/// <summary>Statements on a few themes, each with its language, the proposal it speaks of and whether it is for it; written
/// for this.</summary>
internal static class SampleStatements
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        .. Lines.Split('\n').Select(line => line.Split('|')).Select(parts => new Sample(parts[0], parts[1], parts[2], parts[3] == "+", parts[4])),
    ];

    internal sealed record Sample(string Theme, string Language, string Proposal, bool Supports, string Text);

    private const string Lines = """
        financing|en|regular|+|The forum should be financed from the regular budget of the United Nations.
        financing|en|regular|+|We propose that the costs of the secretariat be covered by the UN regular budget, so that its work does not depend on donors.
        financing|en|regular|+|Core expenses of the forum must be paid out of the regular UN budget.
        financing|en|regular|-|We oppose any funding of the forum from the regular budget of the United Nations.
        financing|en|regular|-|The United Nations regular budget should not be used to pay for the forum.
        financing|en|regular|+|Stable funding through the regular budget of the UN is necessary for the forum to plan ahead.
        financing|en|trust|+|All contributions to the trust fund should be published every year.
        financing|en|trust|+|The accounts of the trust fund must be made public, with the name of every donor.
        financing|en|trust|+|We recommend an annual public report on who pays into the trust fund and how the money is spent.
        financing|en|domain|+|A small fee on domain names should be introduced to finance the forum.
        financing|en|domain|-|We reject the idea of a levy on domain name registrations.
        financing|en|domain|+|Registries and registrars should hand over a part of the domain name fees to pay for the forum.
        financing|en|domain|-|No tax on domain names is acceptable to our members.
        financing|en|travel|+|Donors should fund the travel of participants from least developed countries.
        financing|en|travel|+|Travel grants must be available for delegates from developing countries who cannot afford to attend.
        financing|en|travel|+|We call for a fund that pays the travel costs of speakers and participants from the poorest countries.
        financing|en|travel|-|Scarce resources should not be spent on flights for delegates.
        financing|en|private|+|Large technology companies should contribute more to the budget of the forum.
        financing|en|private|+|Businesses that profit from the internet must pay a fair share of the forum's costs.
        financing|en|private|-|The forum should not accept money from large technology companies, which endangers its independence.
        financing|en|hostcosts|+|Host countries should be relieved of the heavy costs of the annual meeting.
        financing|en|audit|+|An independent auditor should examine the accounts of the secretariat.
        financing|en|multi|+|Donors should commit for several years, so that the forum can plan ahead.
        financing|en|multi|+|We invite donors to make multi-year pledges instead of annual gifts.
        structure|en|mag-gender|+|The advisory group should have as many women as men.
        structure|en|mag-gender|+|Gender balance in the Multistakeholder Advisory Group must be guaranteed.
        structure|en|mag-gender|+|At least half of the members of the advisory group should be women.
        structure|en|mag-rotation|+|A third of the members of the advisory group should be replaced every year.
        structure|en|mag-rotation|+|We support regular rotation of the members of the MAG, with terms limited to three years.
        structure|en|mag-rotation|+|Terms of MAG members must be limited, so that new people come in every year.
        structure|en|mag-select|+|Stakeholder groups should choose their own representatives in the advisory group.
        structure|en|mag-select|+|Civil society must be free to nominate its own members of the MAG by itself.
        structure|en|mag-select|-|We do not agree that stakeholder groups should select their own members of the advisory group.
        structure|en|newbody|+|A new intergovernmental body should be created to deal with internet public policy.
        structure|en|newbody|-|There is no need for a new body under the United Nations to oversee internet policy.
        structure|en|newbody|-|We oppose the creation of any new intergovernmental mechanism for internet governance.
        structure|en|newbody|-|No new mechanism is needed, since existing organisations can handle internet public policy.
        structure|en|newbody|+|The General Assembly must establish a UN committee for internet-related policies.
        structure|en|outcomes|+|The forum should adopt recommendations and not only hold discussions.
        structure|en|outcomes|+|Every annual meeting must end with written recommendations to policy makers.
        structure|en|outcomes|-|The forum should remain a place of dialogue and not negotiate outcomes or recommendations.
        structure|en|outcomes|-|We are against binding outcome documents of the forum.
        structure|en|national|+|National and regional forums should be linked more closely to the global forum.
        structure|en|national|+|The results of national and regional initiatives must feed into the agenda of the global meeting.
        structure|en|secretariat|+|The secretariat should have more staff.
        structure|en|secretariat|+|We recommend that the secretariat be strengthened with additional permanent posts.
        structure|en|director|+|The Secretary-General should appoint a special adviser to lead the forum.
        structure|en|director|+|We urge the Secretary-General to name a special envoy who heads the forum without delay.
        structure|en|venue|+|The annual meeting should be held on another continent each year.
        structure|en|chair|+|The chair of the advisory group should be elected by its members.
        structure|en|chair|+|MAG members must elect their chair themselves instead of having one appointed.
        participation|en|remote|+|Remote participants must be able to speak on an equal footing with those in the room.
        participation|en|remote|+|Online attendees should have the same right to take the floor as people on site.
        participation|en|remote|+|We recommend that hybrid meetings give remote participation the same weight as physical presence.
        participation|en|hubs|+|Remote hubs should be set up in universities and libraries.
        participation|en|hubs|+|Local hubs for remote participation must be supported in developing countries.
        participation|en|interp|+|Interpretation into all six UN languages should be available in every session.
        participation|en|interp|+|All sessions must be interpreted into the official languages of the United Nations.
        participation|en|interp|-|Interpretation in all sessions is too expensive and should not be provided.
        participation|en|access|+|Venues and websites must be accessible to persons with disabilities.
        participation|en|access|+|Sign language and captions should be provided so that people with disabilities can take part.
        participation|en|youth|+|Young people should have a reserved seat on every panel.
        participation|en|youth|+|Each panel must include at least one youth representative.
        participation|en|youth|+|We call for quotas for youth speakers in all main sessions.
        participation|en|smallbiz|+|Small businesses should be consulted when the agenda is set.
        participation|en|parliament|+|Parliamentarians should be invited to a track of their own.
        participation|en|parliament|+|We support a parliamentary track in which members of parliament can exchange views.
        participation|en|capacity|+|Training courses on internet governance should be offered to officials from developing countries.
        participation|en|capacity|+|Capacity building programmes must help government officials of the global south to understand internet policy.
        participation|en|indigenous|+|Indigenous communities must be heard in the preparation of the programme.
        participation|en|visa|+|Host governments must issue visas to all registered participants in time.
        participation|en|visa|+|We urge host countries to simplify visa procedures for delegates.
        mechanism|fr|budget|+|Le forum devrait être financé par le budget ordinaire des Nations Unies.
        mechanism|fr|budget|+|Nous proposons que les dépenses du secrétariat soient inscrites au budget ordinaire de l'ONU.
        mechanism|fr|budget|-|Nous nous opposons à tout financement du forum par le budget ordinaire des Nations Unies.
        mechanism|fr|organe|-|Il n'est pas nécessaire de créer un nouvel organe intergouvernemental.
        mechanism|fr|organe|+|Un nouvel organe intergouvernemental doit être créé pour les politiques publiques de l'internet.
        mechanism|fr|organe|-|Aucun nouveau mécanisme intergouvernemental n'est nécessaire.
        mechanism|fr|voyage|+|Les frais de voyage des participants des pays en développement devraient être pris en charge.
        mechanism|fr|voyage|+|Un fonds doit payer le voyage des délégués des pays les moins avancés.
        mechanism|fr|femmes|+|Les femmes devraient occuper la moitié des sièges du groupe consultatif.
        mechanism|fr|langues|+|L'interprétation devrait être assurée dans les six langues officielles.
        foro|es|actas|+|Las actas de todas las reuniones deberían publicarse en un plazo de dos semanas.
        foro|es|actas|+|Pedimos que se publiquen las actas de cada reunión.
        foro|es|impuesto|+|Debería crearse un impuesto sobre los nombres de dominio para financiar el foro.
        foro|es|impuesto|-|Rechazamos cualquier impuesto sobre los nombres de dominio.
        foro|es|jovenes|+|Los jóvenes deben tener un puesto reservado en cada panel.
        foro|es|jovenes|+|Cada panel debería incluir al menos a un representante de los jóvenes.
        foro|es|remota|+|La participación remota debe tener el mismo peso que la presencial.
        foro|es|secretaria|+|La secretaría necesita más personal permanente.
        """;
}
