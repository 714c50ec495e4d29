// Trains the taggers from sentences of Universal Dependencies, LANGUAGE.train.tsv.gz and LANGUAGE.dev.tsv.gz in a folder:
//
//   dotnet run -c Release --project tools/train-taggers -- FOLDER functions/KeyPhrases [LANGUAGE ...]
//
// The accuracy that is printed is that of a tagger trained without the sentences it is measured on (dev; for a treebank
// whose dev part is the larger one, half of dev). What is written is trained on all. The same input gives the same
// bytes. See functions/KeyPhrases/taggers.md.
using System.Globalization;
using Intake.KeyPhrases;
using Intake.TrainTaggers;

var rounds = 10;
foreach (var language in args.Length > 2 ? args[2..] : ["de", "en", "es", "fr", "pt", "ru", "zh"])
{
    var train = Treebank.Read(Path.Combine(args[0], $"{language}.train.tsv.gz"), language);
    var dev = Treebank.Read(Path.Combine(args[0], $"{language}.dev.tsv.gz"), language);
    var held = dev.Count > train.Count ? dev[(dev.Count / 2)..] : dev;
    List<Sentence> rest = dev.Count > train.Count ? [.. train, .. dev[..(dev.Count / 2)]] : train;
    var (right, all) = Measure.Accuracy(Train(rest, rounds), held, language);
    var weights = Train([.. train, .. dev], rounds);
    var path = Path.Combine(args[1], $"tagger-{language}.bin");
    using (var file = File.Create(path))
    {
        TaggerModel.Save(weights, file);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{language}: {train.Count + dev.Count} sentences, held out {all} words, {100.0 * right / all:f2} % right, {new FileInfo(path).Length} bytes"));
}

static sbyte[] Train(List<Sentence> sentences, int rounds)
{
    var perceptron = new Perceptron();
    perceptron.Train(sentences, rounds);
    return perceptron.Quantised();
}
