using Intake.Calls;
using Intake.Extract;
using Intake.Extract.Converters;
using Intake.FollowUps;
using Intake.Http;
using Intake.KeyPhrases;
using Intake.Outbox;
using Intake.Pages;
using Intake.Pages.Forms;
using Intake.Pages.PublicRecord;
using Intake.Receive;
using Intake.Receive.Mail;
using Intake.Search;
using Intake.Storage;
using Intake.Synthesis;
using Intake.Themes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Intake;

/// <summary>Everything the functions need, wherever they are hosted.</summary>
public static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<AppOptions>(configuration.GetSection(AppOptions.Section));
        services.Configure<OutboxOptions>(configuration.GetSection(OutboxOptions.Section));

        // Storage
        services.TryAddSingleton(_ => StorageClients.From(configuration));
        services.AddHostedService<StorageSetup>();
        services.AddSingleton<QueueSender>();
        services.AddSingleton<StageRunner>();
        services.AddSingleton<Requeuer>();
        services.AddSingleton<ContributionStore>();
        services.AddSingleton<ContributionList>();
        services.AddSingleton<RequestStore>();
        services.AddSingleton<Originals>();
        services.AddSingleton<AnalysisStore>();

        // Calls, receive
        services.AddLimits<RequestLimits>(configuration, RequestLimits.Section);
        services.AddSingleton<Api>();
        services.AddSingleton<CallStore>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<Receiver>();
        services.AddSingleton<SubmissionReader>();
        services.AddSingleton<Records>();
        services.AddSingleton<Sweep>();

        // Search
        services.AddLimits<SearchLimits>(configuration, SearchLimits.Section);
        services.AddSingleton<IndexStore>();
        services.AddSingleton<PublicText>();
        services.AddSingleton<RecordIndexer>();
        services.AddSingleton<RecordIndexing>();
        services.AddSingleton<RecordSearch>();
        services.AddSingleton<DigestMentions>();
        services.AddSingleton<CorrectionForm>();

        // Mail that comes in
        services.AddLimits<MailLimits>(configuration, MailLimits.Section);
        services.AddSingleton<MailReader>();
        services.AddSingleton<SendGridInbound>();
        services.AddSingleton<MailStore>();
        services.AddSingleton<CallFinder>();
        services.AddStage<MailStage>();

        // Pages
        services.AddSingleton<Site>();
        services.AddSingleton<Pages.Digests.DigestShelf>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<FormPrefill>();
        services.AddSingleton<ContributionForm>();
        services.AddSingleton<ReceiptView>();
        services.AddSingleton<Withdrawal>();

        // Extract, key phrases, classify
        services.AddLimits<ExtractLimits>(configuration, ExtractLimits.Section);
        services.AddSingleton<ConverterRunner>();
        services.AddSingleton<DocumentReader>();
        services.AddAnalyser(configuration);
        services.AddSingleton<ThemeClassifier>();
        services.AddSingleton<ThemeModelStore>();
        services.AddSingleton<ContributionClassifier>();
        services.AddSingleton<Reclassifier>();
        services.AddSingleton(new LearningOptions());
        services.AddSingleton<LearningStore>();
        services.AddSingleton<ThemeLearning>();
        services.AddSingleton<Corrections>();
        services.AddSingleton<CarriedCorrections>();
        services.AddStage<Extractor>();
        services.AddStage<PhraseFinder>();
        services.AddStage<Classifier>();

        // Digest, send
        services.AddSingleton<DigestStore>();
        services.AddSingleton<NotedStore>();
        services.AddSingleton<IContributionSource, StoredContributions>();
        services.AddSingleton<DigestCompiler>();
        services.AddSingleton<DigestIssuer>();
        services.AddSingleton<CorrectionRequestStore>();
        services.AddSingleton<CorrectionDesk>();
        services.AddSingleton<DecisionStore>();
        services.AddSingleton<ForumStore>();
        services.AddSingleton<AnswerRules>();
        services.AddSingleton<AnswerTurns>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<ReceiptLetter>();
        services.AddSingleton<NoticeLetters>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<SmtpSender>();
        services.AddStage<OutboxStage>();
        return services;
    }

    private static void AddStage<T>(this IServiceCollection services)
        where T : class, IQueueStage
    {
        services.AddSingleton<T>();
        services.AddSingleton<IQueueStage>(provider => provider.GetRequiredService<T>());
    }
}
