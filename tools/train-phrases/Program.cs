// Trains the ranker of key phrases from texts with key phrases by people, SET.jsonl.gz in a folder, lines of
// {"id", "lang", "text", "keys"}, and counts the background, from those texts and the sentences of treebanks
// (LANGUAGE.*.tsv.gz in another folder):
//
//   dotnet run -c Release --project tools/train-phrases -- TEXTS TREEBANKS functions/KeyPhrases
//
// Run it twice after a change of the background's size or hash, since the ranker sees the background. The same input
// gives the same bytes. See functions/KeyPhrases/phrases.md.
using Intake.KeyPhrases;
using Intake.TrainPhrases;

const int Trees = 200;

var texts = LabelledText.ReadAll(args[0]);
var counts = new BackgroundCounts();
foreach (var text in texts)
{
    counts.Add(text.Language, text.Text);
}

counts.AddTreebanks(args[1]);
var sketches = counts.Sketches();
using (var file = File.Create(Path.Combine(args[2], "background.bin")))
{
    Background.Save(sketches, file);
}

var background = new Background(sketches.ToDictionary(sketch => sketch.Language, sketch => sketch.Cells));
var space = new PhraseWorkspace { Background = background };
var examples = texts.Select(text => (Example.Make(text, space, counted: true), SetWeights.Of(text.Set))).ToList();
var ranker = new Boosting(Trees).Train(examples);
using (var file = File.Create(Path.Combine(args[2], "ranker.bin")))
{
    ranker.Save(file);
}

Console.WriteLine($"{texts.Count} texts, {examples.Sum(example => example.Item1.Count)} candidates, {ranker.Trees} trees");
