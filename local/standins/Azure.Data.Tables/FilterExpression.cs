using System.Linq.Expressions;
using System.Reflection;

namespace Azure.Data.Tables;

/// <summary>
/// A filter from a predicate on an entity: comparisons of its properties with values, and, or, not; also
/// <c>string.Compare(e.P, v) &gt;= 0</c>, <c>e.P.CompareTo(v) &gt;= 0</c> and a dictionary's properties.
/// </summary>
internal sealed class FilterExpression(ParameterExpression entity)
{
    public static string Translate(LambdaExpression predicate)
    {
        string filter = new FilterExpression(predicate.Parameters[0]).Condition(predicate.Body);
        return filter == "true" ? null : filter;
    }

    private string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both =>
            $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either =>
            $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        BinaryExpression comparison => Comparison(comparison),
        _ when PropertyName(expression) is { } flag => $"{flag} eq true",
        _ => Operand(expression),
    };

    private string Comparison(BinaryExpression comparison)
    {
        string symbol = Symbol(comparison.NodeType) ?? throw Untranslatable(comparison);

        // Strings have no operators < and >: they are compared by a method whose result is compared with 0.
        if (comparison is { Left: MethodCallExpression call, Right: ConstantExpression { Value: 0 } })
        {
            switch (call)
            {
                case { Method.Name: "Compare", Object: null, Arguments: [var first, var second] }:
                    return $"{Operand(first)} {symbol} {Operand(second)}";
                case { Method.Name: "CompareTo", Object: { } first, Arguments: [var second] }:
                    return $"{Operand(first)} {symbol} {Operand(second)}";
            }
        }

        return $"{Operand(comparison.Left)} {symbol} {Operand(comparison.Right)}";
    }

    private static string Symbol(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => null,
    };

    private string Operand(Expression expression)
    {
        if (PropertyName(expression) is { } name)
        {
            return name;
        }

        return MentionsEntity.In(expression, entity)
            ? throw Untranslatable(expression)
            : ODataFilter.Literal(Value(expression));
    }

    /// <summary>The property of the entity an expression stands for, if it is one.</summary>
    private string PropertyName(Expression expression) => expression switch
    {
        // An enum compared with a value becomes a comparison of numbers; the table has its name.
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner }
            when !(Nullable.GetUnderlyingType(inner.Type) ?? inner.Type).IsEnum => PropertyName(inner),
        MemberExpression { Member.Name: "Value", Expression: MemberExpression nullable }
            when Nullable.GetUnderlyingType(nullable.Type) is not null => PropertyName(nullable),
        MemberExpression { Member: PropertyInfo member } access when IsEntity(access.Expression) =>
            EntityType.NameOf(member),
        MethodCallExpression { Arguments: [var key] } call when IsEntity(call.Object) &&
            call.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase) => (string)Value(key),
        _ => null,
    };

    private bool IsEntity(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert => IsEntity(convert.Operand),
        _ => expression == entity,
    };

    private static object Value(Expression expression) => expression is ConstantExpression constant
        ? constant.Value
        : Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke();

    private static NotSupportedException Untranslatable(Expression expression) =>
        new($"The expression {expression} cannot be translated to a filter.");

    private sealed class MentionsEntity(ParameterExpression entity) : ExpressionVisitor
    {
        private bool _found;

        public static bool In(Expression expression, ParameterExpression entity)
        {
            MentionsEntity visitor = new(entity);
            visitor.Visit(expression);
            return visitor._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found |= node == entity;
            return node;
        }
    }
}
