namespace Intake.Publish;

/// <summary>The style of the HTML digest: one file, nothing fetched, readable on paper and in the dark.</summary>
internal static class DigestStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ink: #1a1e23; --soft: #4a5562; --line: #c3ccd5; --paper: #fff; --wash: #f2f6fa; --mark: #0b5394; --rule: #0b5394;
          --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, "Noto Serif", serif; --sans: system-ui, "Noto Sans", Arial, sans-serif; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #aab4c0; --line: #46515d; --paper: #14181d; --wash: #1d242c; --mark: #8ab8f0; --rule: #5f9fe0; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 50rem; padding: 1.5rem 1.25rem 4rem; font: 1.03rem/1.6 var(--serif); color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; font-family: var(--serif); margin: 1.6rem 0 .5rem; }
        h1 { font-size: 2.1rem; margin: .6rem 0 1.2rem; }
        h2 { font-size: 1.5rem; margin-top: 3.2rem; padding-top: .7rem; border-top: 3px double var(--rule); }
        h3 { font-size: 1.22rem; margin-top: 2.2rem; }
        h4 { font-size: 1.05rem; } h5, h6 { font-size: 1rem; }
        p { margin: .5rem 0 .8rem; } ul { padding-inline-start: 1.3rem; }
        a { color: var(--mark); text-underline-offset: .15em; } a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
        main:focus { outline: none; }
        .skip { position: absolute; inset-inline-start: -999rem; } .skip:focus { inset-inline-start: 1rem; background: var(--paper); padding: .5rem 1rem; }
        .cover { border-top: .5rem solid var(--rule); padding-top: .8rem; }
        .kicker { display: flex; justify-content: space-between; font: 600 .9rem var(--sans); letter-spacing: .04em; text-transform: uppercase; color: var(--soft); border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
        .note { border-inline-start: .3rem solid var(--rule); background: var(--wash); padding: .65rem 1rem; margin: 1.2rem 0; }
        .soft, .label { color: var(--soft); font-size: .92em; } .label { margin-bottom: .2rem; }
        dl { margin: 1rem 0; font-size: .97rem; } dl div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 1rem; padding: .22rem 0; border-bottom: 1px solid var(--line); }
        dt { color: var(--soft); } dd { margin: 0; }
        nav { font-size: .97rem; } nav h2 { border: 0; margin: 2rem 0 .4rem; padding: 0; font-size: 1.15rem; } nav ol { list-style: none; padding-inline-start: 0; margin: 0; } nav ol ol { padding-inline-start: 1.6rem; font-size: .95em; } nav > ol > li { margin: .3rem 0; }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.6rem; font: .86rem/1.45 var(--sans); border-bottom: 2px solid var(--ink); }
        caption, .chart figcaption { text-align: start; font: .9rem/1.4 var(--sans); padding: 0 0 .4rem; color: var(--ink); }
        th, td { text-align: start; vertical-align: top; padding: .32rem .55rem; border-bottom: 1px solid var(--line); font-weight: 400; }
        thead th { font-weight: 600; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); vertical-align: bottom; }
        .n { text-align: end; font-variant-numeric: tabular-nums; }
        .wide, .draw { overflow-x: auto; } .wide table { min-width: 46rem; } .wide .ledger { min-width: 78rem; font-size: .8rem; }
        .chart { margin: 1.6rem 0 .4rem; } .draw svg { display: block; }
        .tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem .5rem; font: .86rem var(--sans); } .tags li { background: var(--wash); border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem; } .tags small { color: var(--soft); }
        .card { border-inline-start: .25rem solid var(--line); padding: .1rem 0 .1rem 1rem; margin: 1.3rem 0; } .card h3, .card h4, .card h5, .card h6 { margin: 0 0 .3rem; font: 600 1rem/1.4 var(--sans); } .card:target { background: var(--wash); border-color: var(--rule); }
        .card.small { margin: .7rem 0; } .card > p { font: .9rem/1.5 var(--sans); }
        .kind { display: inline-block; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .45rem; margin-inline-end: .3rem; font-size: .82rem; color: var(--mark); }
        figure { margin: .7rem 0 1rem; } blockquote { margin: 0; } blockquote p { margin: 0; white-space: pre-line; font-style: normal; } blockquote[dir=rtl] p { font-size: 1.08em; }
        .quote { background: var(--wash); padding: .7rem 1rem; } .quote figcaption { padding-top: .3rem; font: .85rem/1.45 var(--sans); color: var(--soft); } .side { color: var(--ink); }
        details { margin: .8rem 0; } summary { cursor: pointer; font: 600 .92rem var(--sans); color: var(--mark); padding: .35rem 0; }
        footer { margin-top: 4rem; border-top: 1px solid var(--line); font: .85rem var(--sans); color: var(--soft); }
        @media (max-width: 34rem) { dl div { grid-template-columns: 1fr; gap: 0; } h1 { font-size: 1.6rem; } }
        @media print {
          @page { size: A4; margin: 20mm 18mm; } @page across { size: A4 landscape; margin: 15mm; } .across { page: across; }
          :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --paper: #fff; --wash: #fff; --mark: #000; --rule: #000; }
          body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; } .skip, footer { display: none; } a { text-decoration: none; }
          h1 { font-size: 22pt; } h2 { break-after: avoid; margin-top: 2rem; } h3, h4, h5, h6, figcaption, caption { break-after: avoid; } #brief, nav { break-before: page; }
          figure, tr, .card.small { break-inside: avoid; } thead { display: table-header-group; } table { font-size: 8pt; } .quote { border-inline-start: 1pt solid #999; padding-block: .2rem; } .note { border: 1pt solid #000; }
          .wide, .draw { overflow: visible; } .wide table, .wide .ledger { min-width: 0; } .wide .ledger { font-size: 6.5pt; } .ledger th, .ledger td { padding: .15rem .25rem; } .draw svg { max-width: 100%; height: auto; }
          details::details-content { content-visibility: visible; display: block; height: auto; } summary { list-style: none; } svg { print-color-adjust: exact; }
        }
        """;
}
